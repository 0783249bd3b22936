/// A policy document as data: the rules it turns on with their parameters, and for each of its clauses what carries it.
///
/// An instance names the pack it is judged by, and may override its rules.
public struct PolicyPack: Sendable {
    /// The document behind a pack.
    public struct Document: Hashable, Sendable {
        /// The title.
        public var title: Text
        /// The official number; empty where it has none.
        public var number: String
        /// The day it was issued.
        public var issued: CalendarDay
        /// Where the text comes from and what to know of it.
        public var source: Text

        /// Describes a document.
        public init(title: Text, number: String = "", issued: CalendarDay, source: Text = Text("")) {
            self.title = title
            self.number = number
            self.issued = issued
            self.source = source
        }
    }

    /// How an instance names the pack: the path of its file from the instance's folder.
    public var path: String
    /// The name for people.
    public var name: Text
    /// The edition, counted from 1.
    public var version: Int
    /// The document.
    public var document: Document
    /// The days on which the document is in force.
    public var inForce: DayRange
    /// The rules as the document wants them.
    public var policy: Policy
    /// The document's clauses.
    public var clauses: [Clause]

    /// Describes a pack.
    public init(
        path: String, name: Text, version: Int = 1, document: Document, inForce: DayRange = .always,
        policy: Policy = Policy(), clauses: [Clause] = []
    ) {
        self.path = path
        self.name = name
        self.version = version
        self.document = document
        self.inForce = inForce
        self.policy = policy
        self.clauses = clauses
    }
}

extension PolicyPack {
    /// What a planner should know before trusting a roster for a horizon, or nil where the document is in force all the time.
    func caution(for calendar: RosterCalendar) -> Text? {
        let lastDay = calendar.sunday(of: Week(calendar.weekCount - 1))
        guard !inForce.contains(calendar.firstDay) || !inForce.contains(lastDay) else { return nil }
        let (from, to) = (inForce.first.map { "\($0)" }, inForce.last.map { "\($0)" })
        let days = Text(
            [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap { $0 }.joined(separator: " "),
            [from.map { "自\($0)起" }, to.map { "至\($0)止" }].compactMap { $0 }.joined())
        return Text(
            "The policy '\(name.english)' is in force \(days.english); the roster runs from \(calendar.firstDay) to \(lastDay).",
            "政策“\(name.chinese)”\(days.chinese)有效；轮派表为\(calendar.firstDay)至\(lastDay)。")
    }
}

extension Instance {
    /// What is no fault, but what a planner should know before trusting a roster.
    public var cautions: [Text] {
        [description.policyPack?.caution(for: calendar)].compactMap { $0 }
    }
}
