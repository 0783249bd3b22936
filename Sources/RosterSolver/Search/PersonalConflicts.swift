import Rostering

extension PersonalConflict {
    /// The people for whom the structural rules leave no plan, and what alone would give each of them one.
    static func all(in instance: Instance, _ model: RosterModel) -> [PersonalConflict] {
        model.people.indices.filter { !model.people[$0].hasPlan }.map { person in
            PersonalConflict(person: PersonIndex(person), waysOut: waysOut(of: person, in: instance))
        }
    }

    private static func waysOut(of person: Int, in instance: Instance) -> [Text] {
        relaxations.compactMap { wording, relax in
            // The person alone, so that it takes no time.
            var description = instance.description.alone(person)
            relax(&description.people[0])
            guard let relaxed = try? Instance(description), RosterModel(relaxed).people[0].hasPlan else {
                return nil
            }
            return wording
        }
    }

    private static let relaxations: [(Text, @Sendable (inout Person) -> Void)] = [
        (Text("drop the pins", "取消固定安排"), { $0.pins = [] }),
        (Text("drop the leave", "取消请假"), { $0.leave = [] }),
        (
            Text("allow shorter postings", "允许更短的派驻"),
            { person in
                person.limits = person.limits.mapValues {
                    var limits = $0; limits.minimumWeeks = 1; return limits
                }
            }
        ),
        (
            Text("allow longer postings", "允许更长的派驻"),
            { person in
                person.limits = person.limits.mapValues {
                    var limits = $0; limits.maximumWeeks = 5200; return limits
                }
            }
        ),
        (
            Text("drop the rest between postings", "取消派驻之间的休整"),
            { person in
                person.limits = person.limits.mapValues {
                    var limits = $0; limits.restWeeks = 0; return limits
                }
            }
        ),
        (Text("lift the limit of weeks away", "取消派驻总周数上限"), { $0.maximumAway = nil }),
        (Text("lift the commitments", "解除留任留用或基层专用"), { $0.commitments = Commitments() }),
    ]
}

extension PersonModel {
    /// Whether there is anything the person could do but stay at home.
    var hasChoice: Bool { !modes.isEmpty || !homeModes.isEmpty }

    /// Whether the structural rules leave the person any plan.
    var hasPlan: Bool {
        var pricer = PlanPricer(self)
        return pricer.cheapest(PlanPricer.Costs(self)) != nil
    }
}
