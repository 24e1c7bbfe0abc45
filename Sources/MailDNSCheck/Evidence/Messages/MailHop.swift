/// One station of a message's way.
struct MailHop: Sendable {
  let received: ReceivedField
  /// Where its field stands in the header, from the top.
  let place: Int
  /// Whose host stamped it; nil where the field does not name one, and nothing else shows whose it is.
  let host: HostProvider?
  /// The time of the field, else that of the second clock; nil where there is none.
  let time: MailTime?
  /// What the queue id of SecureMX says, and its signature above the field; nil where there is none of that form.
  let queueTime: MailTime?
  let signatureTime: MailTime?
  /// Whether those who stamped the fields above vouch for it: a chain of hosts, each of which took the message from a host
  /// of the one below. What is not believed may have been written by the sender.
  var isBelieved = false
  /// Seconds since the station before; nil where it can't be known.
  var delay: Double?
  var clock = Clock.ok

  enum Clock: String, Sendable {
    case ok
    /// Contradicts the clocks of the other stations by more than `MailTrail.tolerance`.
    case skewed
    case missing
  }

  var provider: Provider.ID? { host?.provider }

  /// Whether it says nothing of where the message came from: a step within a host.
  var isWithinHost: Bool { received.from == nil && received.address == nil }
}
