import Benchmark
import RosterFiles
import RosterGenerator
import RosterSolver
import Rostering

/// What happens before and after a solve: reading, validating, writing rows, judging.
func registerModelBenchmarks() {
    let sizes: [(name: String, options: InstanceGenerator.Options)] = [
        ("half-county", .halfCounty), ("county", .county),
    ]
    for (name, options) in sizes {
        Benchmark("Generate, \(name)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(try InstanceGenerator(options).description()) }
        }
        Benchmark("Validate and derive, \(name)") { benchmark, work in
            for _ in benchmark.scaledIterations { blackHole(try Instance(work.description)) }
        } setup: {
            try Workload(options)
        }
        Benchmark("Requirements of all rules, \(name)") { benchmark, work in
            for _ in benchmark.scaledIterations {
                for rule in work.instance.policy.rules { blackHole(rule.requirements(for: work.instance)) }
            }
        } setup: {
            try Workload(options)
        }
        Benchmark("Slot plan, \(name)") { benchmark, work in
            for _ in benchmark.scaledIterations {
                blackHole(SlotPlan.cheapest(for: work.roster.plans, in: work.instance))
            }
        } setup: {
            try Workload(options)
        }
        Benchmark("Audit, \(name)") { benchmark, work in
            for _ in benchmark.scaledIterations { blackHole(Audit(of: work.roster, in: work.instance)) }
        } setup: {
            try Workload(options)
        }
        Benchmark("Write instance file, \(name)") { benchmark, work in
            for _ in benchmark.scaledIterations { blackHole(InstanceFile.write(work.description)) }
        } setup: {
            try Workload(options)
        }
        Benchmark("Read instance file, \(name)") { benchmark, data in
            for _ in benchmark.scaledIterations { blackHole(try InstanceFile.read(data)) }
        } setup: {
            InstanceFile.write(try Workload(options).description)
        }
    }
    Benchmark("Compact program, half-county") { benchmark, work in
        for _ in benchmark.scaledIterations { blackHole(CompactProgram(work.instance)) }
    } setup: {
        try Workload(.halfCounty)
    }
}
