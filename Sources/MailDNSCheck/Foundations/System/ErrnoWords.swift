import Glibc

extension Errno {
  /// What has happened: the system's own words, and Japanese ones for what files and networks do. What is not among them
  /// stays in English, with its number to look up.
  var wording: Wording {
    Wording(description, Self.japanese[code] ?? "\(description)(エラー番号\(code))")
  }

  /// The same where what is missing, or is of another kind, was to be a folder: the system's own words name both, and the
  /// Japanese ones a file.
  var wordingOfFolder: Wording {
    switch code {
    case ENOENT: Wording(description, "ディレクトリがありません")
    case ENOTDIR: Wording(description, "ディレクトリではありません")
    default: wording
    }
  }

  /// By the number.
  static let japanese: [Int32: String] = [
    // Files.
    ENOENT: "ファイルがありません", EACCES: "アクセス権がありません", EPERM: "許可されていない操作です",
    EISDIR: "ディレクトリです", ENOTDIR: "パスの途中がディレクトリではありません", EEXIST: "すでに存在します",
    ENOTEMPTY: "ディレクトリが空ではありません", EXDEV: "別のファイルシステムです", ELOOP: "シンボリックリンクが多すぎます",
    ENAMETOOLONG: "ファイル名が長すぎます", EROFS: "読み取り専用のファイルシステムです",
    ENOSPC: "ディスクに空きがありません", EDQUOT: "ディスク使用量の上限を超えています", EFBIG: "ファイルが大きすぎます",
    EOVERFLOW: "値が大きすぎます", EIO: "入出力エラーです", EBADF: "ファイルが開かれていません", ESPIPE: "シークできません",
    EPIPE: "出力先が閉じられました", ETXTBSY: "実行中のファイルです", EBUSY: "使用中です", ENXIO: "デバイスがありません",
    ENODEV: "対応していないデバイスです", ESTALE: "ファイルハンドルが無効になりました", EILSEQ: "文字コードが不正です",
    // Resources.
    EMFILE: "開けるファイル数の上限に達しました", ENFILE: "システム全体で開けるファイル数の上限に達しました",
    ENOMEM: "メモリが不足しています", EAGAIN: "一時的に利用できません", EINTR: "中断されました",
    EINVAL: "引数が正しくありません", ENOSYS: "対応していない機能です", EOPNOTSUPP: "対応していない操作です",
    // Networks.
    ECONNREFUSED: "接続を拒否されました", ECONNRESET: "接続がリセットされました", ECONNABORTED: "接続が中止されました",
    ETIMEDOUT: "接続がタイムアウトしました", EHOSTUNREACH: "ホストに到達できません", EHOSTDOWN: "ホストが停止しています",
    ENETUNREACH: "ネットワークに到達できません", ENETDOWN: "ネットワークが停止しています",
    EADDRINUSE: "アドレスが使用中です", EADDRNOTAVAIL: "アドレスを割り当てられません",
    EAFNOSUPPORT: "対応していないアドレスファミリーです", ENOTCONN: "接続されていません", ENOBUFS: "バッファが不足しています",
    EMSGSIZE: "メッセージが長すぎます", EPROTO: "プロトコルエラーです",
  ]
}
