/// Where a zone file's $INCLUDE directives are answered from.
protocol IncludedFiles: Sendable {
  /// The file that the zone file calls `name`, in the one at `path`; its own path, and its octets.
  func file(_ name: String, from path: String) throws(IncludeFailure) -> (path: String, content: FileContent)
}

enum IncludeFailure: Error {
  /// The file lies in no folder that may be read.
  case outside
  case unreadable(Errno)
}

/// Nothing is included.
struct NoIncludedFiles: IncludedFiles {
  func file(_ name: String, from path: String) throws(IncludeFailure) -> (path: String, content: FileContent)
  {
    throw .outside
  }
}
