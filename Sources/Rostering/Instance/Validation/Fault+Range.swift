extension Fault {
    /// A number out of its range.
    public static func outOfRange<Number>(
        _ number: Number, in range: ClosedRange<Number>, at path: FaultPath
    ) -> Fault {
        Fault(
            .outOfRange, at: path, value: "\(number)",
            Text(
                "\(number) must be between \(range.lowerBound) and \(range.upperBound).",
                "\(number)应在\(range.lowerBound)至\(range.upperBound)之间。"))
    }
}

extension Fault {
    /// A list by week of the wrong length.
    public static func wrongLength(_ count: Int, weeks: Int, at path: FaultPath) -> Fault {
        Fault(
            .wrongLength, at: path, value: "\(count)",
            Text(
                "The list has \(count) numbers; it must have one for each of the \(weeks) weeks.",
                "列表有\(count)个数，应为\(weeks)个，每周一个。"))
    }
}
