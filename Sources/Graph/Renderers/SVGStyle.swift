extension GraphSVG {
  /// Texts have a contrast of at least 4.5 in both schemes.
  static let style = """
    text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
    .s11{font-size:11px}.s12{font-size:12px}.s14{font-size:14px}.b{font-weight:bold}
    .page{fill:#fff}.t{fill:#1f2328}.m{fill:#59636e}.band{fill:#eef1f4}.line{fill:#d1d9e0}
    .box{fill:#f6f8fa;stroke:#afb8c1}.p,.q{fill:#dbeafe;stroke:#3b6fd4}.pt{fill:#1e3a8a}
    .svc{fill:#0969da}.bud{fill:#8250df}.hollow{fill:none;stroke:#818b98}
    .added .p,.q.added{fill:#dafbe1;stroke:#1a7f37}.added .pt{fill:#0f5323}.box.added{stroke:#1a7f37}
    .removed .p,.q.removed,.box.removed{fill:#ffebe9;stroke:#cf222e;stroke-dasharray:3 2}.removed .pt{fill:#82071e}
    .restarts .p,.q.restarts{fill:#fff1c2;stroke:#9a6700}.restarts .pt{fill:#5c3d00}
    @media (prefers-color-scheme:dark){
    .page{fill:#0d1117}.t{fill:#e6edf3}.m{fill:#9198a1}.band{fill:#1c2128}.line{fill:#3d444d}
    .box{fill:#161b22;stroke:#57606a}.p,.q{fill:#1f3a5f;stroke:#58a6ff}.pt{fill:#cfe3ff}
    .svc{fill:#58a6ff}.bud{fill:#bc8cff}.hollow{stroke:#7d8590}
    .added .p,.q.added{fill:#12361f;stroke:#3fb950}.added .pt{fill:#aff5b4}.box.added{stroke:#3fb950}
    .removed .p,.q.removed,.box.removed{fill:#3c1618;stroke:#f85149}.removed .pt{fill:#ffdcd7}
    .restarts .p,.q.restarts{fill:#3d2e00;stroke:#d29922}.restarts .pt{fill:#f8e3a1}
    }
    """
}
