import Rostering

extension InstanceGenerator {
    /// What kind of instance to make.
    public struct Options: Hashable, Sendable {
        /// How demand compares with the people there are.
        public enum Tightness: String, CaseIterable, Sendable {
            /// Clinics want fewer person-weeks than the people may serve; in busy weeks hospitals may still be short of appointments.
            case loose
            /// Clinics want more person-weeks than the people may serve, hospitals more appointments, and the limits are narrower.
            case tight
        }

        /// The specialists of all hospitals, 2 to 10 000.
        public var people: Int
        /// The clinics of all communities, 1 to 500.
        public var clinics: Int
        /// The specialties, 1 to 24.
        public var specialties: Int
        /// The horizon in weeks, 4 to 520.
        public var weeks: Int
        /// How demand compares with the people there are.
        public var tightness: Tightness
        /// What the random numbers start from: the same options make the same instance in every process.
        public var seed: UInt64
        /// The communities, each with one lead hospital: 1 to 20, and no more than there are clinics or people.
        public var communities: Int
        /// Juniors (师) among the specialists, percent, 0 to 60. A county hospital's doctors are nearly half juniors, but few of them are sent.
        public var juniorPercent: Int

        /// Describes an instance to make.
        public init(
            people: Int = 80, clinics: Int = 6, specialties: Int = 8, weeks: Int = 26,
            tightness: Tightness = .loose, seed: UInt64 = 1, communities: Int = 1, juniorPercent: Int = 20
        ) {
            self.people = people
            self.clinics = clinics
            self.specialties = specialties
            self.weeks = weeks
            self.tightness = tightness
            self.seed = seed
            self.communities = communities
            self.juniorPercent = juniorPercent
        }
    }

    /// Options out of their legal range, with every fault found.
    public struct InvalidOptions: Error, Sendable {
        /// The faults, by option; at least one.
        public let faults: [Fault]
    }
}

extension InstanceGenerator.Options {
    /// Every option out of its legal range; the path is the option's name.
    public var faults: [Fault] {
        let checks: [(name: String, value: Int, legal: ClosedRange<Int>)] = [
            ("people", people, 2...10_000), ("clinics", clinics, 1...500),
            ("specialties", specialties, 1...Catalogue.specialties.count), ("weeks", weeks, 4...520),
            ("communities", communities, 1...max(1, min(20, clinics, people))),
            ("juniorPercent", juniorPercent, 0...60),
        ]
        return checks.filter { !$0.legal.contains($0.value) }.map { check in
            let (low, high) = (check.legal.lowerBound, check.legal.upperBound)
            return Fault(
                Fault.Code("valueOutOfRange"), at: check.name, value: String(check.value),
                Text("must be a whole number from \(low) to \(high)", "应为\(low)到\(high)之间的整数"))
        }
    }
}
