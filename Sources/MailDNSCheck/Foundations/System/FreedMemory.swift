import CResolv

/// What happens to memory that has been freed.
enum FreedMemory {
  /// Octets that may be free at the end of a heap, and of one allocation in a heap.
  private static let (kept, largest) = (Int32(16 << 20), Int32(1 << 20))

  /// Keeps it for what comes next. A run over a list allocates and frees the same again for each domain: threads that give
  /// pages back to the system and get them anew wait for each other there, for a tenth of the time of a run offline.
  static func keep() {
    mallopt(M_TRIM_THRESHOLD, kept)
    // As it would become by itself, were the other one not set.
    mallopt(M_MMAP_THRESHOLD, largest)
  }
}
