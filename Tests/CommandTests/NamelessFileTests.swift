import Testing

/// File systems that have no files without a name (`O_TMPFILE`): a filter of system calls makes them of any.
@Suite struct NamelessFileTests {
  private let directory = TemporaryDirectory()

  /// Runs what follows with `openat(…, O_TMPFILE)` refused.
  private static let filter = """
    import ctypes, os, platform, struct, sys
    arch, openat = {'x86_64': (0xC000003E, 257), 'aarch64': (0xC00000B7, 56)}[platform.machine()]
    tmpfile, refuse, allow = 0o20000000, 0x00050000 | 95, 0x7FFF0000
    steps = [(0x20, 0, 0, 4), (0x15, 0, 5, arch), (0x20, 0, 0, 0), (0x15, 0, 3, openat),
             (0x20, 0, 0, 32), (0x45, 0, 1, tmpfile), (0x06, 0, 0, refuse), (0x06, 0, 0, allow)]
    code = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack('HxxxxxxQ', len(steps), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    assert prctl(38, 1, 0, 0, 0) == 0 and prctl(22, 2, program, 0, 0) == 0, ctypes.get_errno()
    os.execv(sys.argv[1], sys.argv[1:])

    """

  init() {
    directory.write(Self.filter, to: "filter.py")
    directory.write("resources: [map.yaml]\n", to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/map.yaml")
  }

  private func run(_ arguments: [String], before: String = ":") -> Program.Result {
    Program.run(
      arguments, environment: ["PATH=/usr/local/bin:/usr/bin:/bin"], directory: directory.path,
      before: "\(before); set -- filter.py \"$0\" \"$@\"; exec python3 \"$@\"")
  }

  @Test func writesTheSameFiles() {
    #expect(directory.shell("umask 027; : > kept.yaml; chmod 600 kept.yaml") == 0)
    for arguments in [
      ["build", "app", "-o", "out/", "--layout", "tree"], ["build", "app", "-o", "file.yaml"],
      ["build", "app", "-o", "kept.yaml"],
    ] {
      let result = run(arguments, before: "umask 027")
      #expect(result.status == 0, "\(result.messages)")
    }
    #expect(directory.names(in: "out/app") == [".zonal", "configmap-a.yaml"])
    #expect(directory.read("file.yaml") == Program.run(["build", "app"], directory: directory.path).output)
    #expect(directory.mode("file.yaml") == "640")
    #expect(directory.mode("kept.yaml") == "600")
    #expect(directory.names == ["app", "file.yaml", "filter.py", "kept.yaml", "out"])
  }

  @Test func leavesNothingOfWhatItCanNotWrite() {
    directory.write("old\n", to: "file.yaml")
    #expect(run(["build", "app", "-o", "file.yaml"], before: "ulimit -f 0").status == 3)
    #expect(directory.read("file.yaml") == "old\n")
    #expect(directory.names == ["app", "file.yaml", "filter.py"])
  }

  /// Files that look like those that a killed run left are nobody's business.
  @Test func removesNothingThatOthersMade() {
    #expect(run(["build", "app", "-o", "out/"]).status == 0)
    for name in [".zonal-1-0123456789abcdef", ".zonal-0-0123456789abcdef"] {
      directory.write("mine\n", to: "out/app/\(name)")
    }
    #expect(run(["build", "app", "-o", "out/"]).status == 0)
    #expect(directory.names(in: "out/app").count { $0.hasPrefix(".zonal-") } == 2)
  }
}
