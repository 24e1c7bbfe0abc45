/// Why a master file can't be used, and where in it.
struct ZoneFileError: Error, Equatable {
  /// The file's name as the caller gave it; hostile until shown through `VisibleText`.
  let file: String
  let position: ZoneFilePosition
  let reason: Reason
  /// The line itself, cut short and safe to show; empty where no line is meant.
  var line = ""
  /// The name whose record it is; nil where that is not known, or it is about the file.
  var owner: DomainName?
  var dialect = Dialect.masterFile

  /// Whose file it is, and who therefore refuses it.
  enum Dialect: Sendable {
    case masterFile
    case octoDNS
  }

  /// What is wrong. Texts in it are quoted from the file, cut short and safe to show.
  enum Reason: Equatable, Sendable {
    /// More octets than `maximum`.
    case fileTooLarge(maximum: Int)
    case tooManyRecords(maximum: Int)
    /// More names, with those that only have names below them.
    case tooManyNames(maximum: Int)
    /// One entry with more fields or octets than any record can have.
    case entryTooLong
    /// The file is UTF-16, as some editors on Windows save it.
    case encodedInUTF16

    /// No closing quotation mark on the line.
    case unterminatedString
    case unclosedParenthesis
    case unopenedParenthesis
    /// A backslash followed neither by a character nor by three digits up to 255.
    case badEscape
    /// A quoted string where a name, a number or another bare word belongs.
    case unexpectedQuotes(String)

    case unknownDirective(String)
    /// A file to include that lies outside the folders that may be read.
    case includeOutside(String)
    case includeUnreadable(String, Errno)
    /// It begins with something else than a record.
    case includeIsNoZone
    /// Files that include files that include …, or more of them than `maximum`.
    case includesTooMuch(maximum: Int)
    case generatesTooMuch(maximum: Int)
    /// The file was written to, or cut, while it was read.
    case changedWhileRead
    /// A file of `named` that is no text.
    case binaryZone
    /// Mistakes beyond the bound: what follows was not read.
    case tooManyFaults(maximum: Int)

    // What was read, though not every name server does.

    case byteOrderMark
    case carriageReturns
    /// Lines that end in CR alone, as on old Macs: all of them are one.
    case carriageReturnsAlone
    /// The relative names behind an $ORIGIN that can't be read.
    case originLost
    /// The TTL 1 of Cloudflare, which stands for as many seconds.
    case automaticTimeToLive(UInt32)
    case noFinalNewline
    case compoundTimeToLive(String)
    /// Neither the record has a TTL nor is there a $TTL above; with the one that it is read with. The first one of the file.
    case timeToLiveUnstated(UInt32)
    /// A comment began in a text without quotation marks.
    case textCut(String)
    case relativeOrigin(String, read: DomainName)
    case generateNotEverywhere
    /// Servers make different things of the right side, which is the text.
    case generateReadOtherwise(Generation.Ambiguity, String)
    /// The origin is there twice.
    case finalDotMissing(DomainName)
    case foreignRecord(ForeignRecord)

    /// A relative name or `@` before any $ORIGIN.
    case noOrigin(String)
    /// The file's first record leaves out its owner.
    case noPreviousOwner
    case missingField(MasterFileField)
    /// Something is left over behind the last field.
    case unexpectedField(String)
    case refusedClass(String)
    case unknownType(String)
    /// A type of questions and messages, not of records (RFC 6895 §3.1).
    case pseudoType(RecordType)
    /// A type without a known notation, and not in the generic one (RFC 3597 §5).
    case genericFormNeeded(RecordType)
    case badTimeToLive(String)
    case missingTimeToLive

    case badName(String, DomainNameError)
    case badIPv4Address(String)
    case badIPv6Address(String)
    case badNumber(String, maximum: UInt32)
    case badTime(String)
    case badPropertyTag(String)
    /// A text that is no `field` of its type.
    case badField(MasterFileField, String)
    /// A service parameter's key that has no number (RFC 9460 §2.1).
    case unknownParameter(String)
    case repeatedParameter(String)
    case badParameterValue(String)
    /// A key that `mandatory` lists and the record does not have (RFC 9460 §8).
    case missingMandatoryParameter(String)
    case badHexadecimal(String)
    case badBase64(String)
    /// A character-string of more than 255 octets in a record of this type (RFC 1035 §3.3).
    case stringTooLong(RecordType)
    /// More than 65535 octets of data.
    case dataTooLong(RecordType)
    /// Generic data whose length is another than stated, in octets.
    case genericLength(stated: Int, actual: Int)
    /// Generic data that can't be a record of this type.
    case genericData(RecordType)

    case noStartOfAuthority
    case outsideEveryZone(DomainName)
    case secondStartOfAuthority(DomainName, line: Int)
    case secondCNAME(DomainName, line: Int)
    /// A record beside an earlier one, one of the two a CNAME (RFC 1034 §3.6.2).
    case cnameBesideOtherData(DomainName, type: RecordType, earlier: RecordType, line: Int)
    /// Another file has the same zone; `line` is where.
    case originInTwoFiles(DomainName, file: String, line: Int)

    case yaml(YAMLFault.Reason)
    case octoDNS(OctoDNSFlaw)
  }

  /// An error before it is known which file it is in.
  struct Fault: Error, Equatable {
    let position: ZoneFilePosition
    let reason: Reason

    init(_ reason: Reason, at position: ZoneFilePosition) {
      self.reason = reason
      self.position = position
    }
  }

  init(file: String, _ fault: Fault) {
    self.file = file
    position = fault.position
    reason = fault.reason
  }
}

/// A place in a master file, as editors count.
struct ZoneFilePosition: Hashable, Sendable {
  /// From 1.
  let line: Int
  /// From 1, in UTF-8 characters (code points); a tab is one.
  let column: Int

  /// What an error of the file as a whole points at.
  static let start = ZoneFilePosition(line: 1, column: 1)
}

/// What a field of a master file entry holds.
enum MasterFileField: Equatable, Sendable {
  case type, timeToLive, origin, address, domainName, string, number, algorithm, hexadecimal, base64
  case primaryServer, mailbox, serial, refresh, retry, expire, minimum
  case preference, exchange, priority, weight, port, target
  case propertyTag, propertyValue, dataLength
  case signatureTime, salt, hashedName, certificateType, hardwareAddress, addressPrefix
  case latitude, longitude, altitude, size
  case fileName, range, modifiers
}
