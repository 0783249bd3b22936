extension Fault.Code {
    /// The bytes are not JSON.
    public static let malformedFile = Self("malformedFile")
    /// The file is larger or nested deeper than any sensible one.
    public static let fileTooLarge = Self("fileTooLarge")
    /// The `format` key does not name a format that this version reads.
    public static let unknownFormat = Self("unknownFormat")
    /// An object has a key twice.
    public static let duplicateKey = Self("duplicateKey")
    /// A key that must be there is not.
    public static let missingKey = Self("missingKey")
    /// A key that no reader knows.
    public static let unknownKey = Self("unknownKey")
    /// A value of another type than the one wanted.
    public static let wrongType = Self("wrongType")
    /// A word that is not among those accepted.
    public static let unknownWord = Self("unknownWord")
    /// A text that is not a date.
    public static let notADate = Self("notADate")
    /// More faults than are listed.
    public static let tooManyFaults = Self("tooManyFaults")

    /// A list that must have an entry has none.
    public static let empty = Self("empty")
    /// A number beyond its legal range, or a number that cannot hold.
    public static let outOfRange = Self("outOfRange")
    /// An identifier that is not 1 to 64 letters, digits, `-`, `_` or `.`.
    public static let malformedIdentifier = Self("malformedIdentifier")
    /// Two things of one kind with the same identifier.
    public static let duplicateIdentifier = Self("duplicateIdentifier")
    /// The same entry twice in a list in which each may occur once.
    public static let duplicateEntry = Self("duplicateEntry")
    /// An identifier that no site has.
    public static let unknownSite = Self("unknownSite")
    /// An identifier that no specialty has.
    public static let unknownSpecialty = Self("unknownSpecialty")
    /// An identifier that no person has.
    public static let unknownPerson = Self("unknownPerson")
    /// An identifier that no remote duty has.
    public static let unknownRemoteDuty = Self("unknownRemoteDuty")
    /// A day on the wrong day of the week.
    public static let wrongWeekday = Self("wrongWeekday")
    /// An end before its beginning, or dates out of order.
    public static let datesReversed = Self("datesReversed")
    /// Days outside the horizon.
    public static let outsideHorizon = Self("outsideHorizon")
    /// A list by week whose length is not the number of weeks.
    public static let wrongLength = Self("wrongLength")
    /// A site of a level that cannot have this part.
    public static let wrongLevel = Self("wrongLevel")
    /// A link of a kind that is not for this use.
    public static let wrongUse = Self("wrongUse")
    /// A clinic that two hospitals lead (HB04).
    public static let twoCommunities = Self("twoCommunities")
    /// A clinic outside every community where its lead hospital is needed.
    public static let noCommunity = Self("noCommunity")
    /// A department without people.
    public static let unknownDepartment = Self("unknownDepartment")
    /// A host that no link lets the person reach.
    public static let unreachableHost = Self("unreachableHost")
    /// A history that says two things at once.
    public static let contradictoryHistory = Self("contradictoryHistory")
    /// Two pins of a person that cannot both be kept.
    public static let contradictoryPins = Self("contradictoryPins")
    /// A pin that leave makes impossible.
    public static let pinOnLeave = Self("pinOnLeave")
    /// A pin that the person's limits make impossible.
    public static let pinBeyondLimits = Self("pinBeyondLimits")
    /// A name that no policy pack has.
    public static let unknownPack = Self("unknownPack")
    /// A name that no rule has.
    public static let unknownRule = Self("unknownRule")
    /// A clause carried in several ways, or in none.
    public static let wrongCarrier = Self("wrongCarrier")
    /// Limits of team postings of somebody who is in no team.
    public static let noTeam = Self("noTeam")
    /// A dean post that two units cannot share.
    public static let sharedPost = Self("sharedPost")
    /// A rule enforced in a way it cannot be.
    public static let wrongEnforcement = Self("wrongEnforcement")
    /// Numbers whose products could exceed what the objective can hold.
    public static let totalTooLarge = Self("totalTooLarge")
}
