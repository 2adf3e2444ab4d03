internal import Glibc

/// Runs libFuzzer with the target that `ZONAL_FUZZ_TARGET` names.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "compose": Compose.run, "patches": Patches.run, "operations": Operations.run,
  "expressions": Expressions.run,
  "groups": Groups.run, "build": Builds.run, "compare": Comparisons.run, "index": Index.run,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("ZONAL_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    fatalError("ZONAL_FUZZ_TARGET is one of \(targets.keys.sorted())")
  }
  return target
}()

/// The name that libFuzzer's library links against.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  target(data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? [])
  return 0
}

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, test))
