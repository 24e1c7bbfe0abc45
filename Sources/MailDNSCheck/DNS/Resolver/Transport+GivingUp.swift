extension Transport {
  /// Ends all exchanges, those to come as well, with that failure: nobody ever answers, and a long list would take hours to find
  /// out.
  func giveUp(_ kind: Failure.Kind) {
    guard givenUp == nil else { return }
    givenUp = kind
    for passage in loads.values.flatMap(\.passages) {
      finish(passage, .failure(Failure(kind: kind, server: passage.exchange.server)))
    }
  }

  /// Ends all that waits for a connection to `server`: it is silent there, and they would wait for each other for minutes.
  func giveUpConnections(to server: ServerAddress) {
    for passage in departures(to: server).waitingForConnection { finish(passage, passage.exchange.silence) }
  }
}
