extension InstanceGenerator.Options {
    /// A size of instance that benchmarks use, from a small community to a city.
    public enum Rung: String, CaseIterable, Sendable {
        /// A small community: 40 people, 3 clinics, 4 specialties, 13 weeks.
        case community
        /// One department: 17 people, 10 clinics, 1 specialty, 52 weeks.
        case oneSpecialty = "one-specialty"
        /// Half a county: 80 people, 6 clinics, 8 specialties, 26 weeks.
        case halfCounty = "half-county"
        /// A county: 200 people, 10 clinics, 12 specialties, 52 weeks.
        case county
        /// A city: 600 people, 25 clinics, 20 specialties, 52 weeks.
        case city
    }

    /// The options of a rung.
    public static func ladder(_ rung: Rung, _ tightness: Tightness, seed: UInt64 = 1) -> Self {
        switch rung {
        case .community:
            Self(people: 40, clinics: 3, specialties: 4, weeks: 13, tightness: tightness, seed: seed)
        case .oneSpecialty:
            Self(people: 17, clinics: 10, specialties: 1, weeks: 52, tightness: tightness, seed: seed)
        case .halfCounty:
            Self(people: 80, clinics: 6, specialties: 8, weeks: 26, tightness: tightness, seed: seed)
        case .county:
            Self(people: 200, clinics: 10, specialties: 12, weeks: 52, tightness: tightness, seed: seed)
        case .city:
            Self(people: 600, clinics: 25, specialties: 20, weeks: 52, tightness: tightness, seed: seed)
        }
    }
}
