internal import Glibc

/// A thread whose stack is large enough for work that calls itself thousands of times.
///
/// The stack of a process is usually 8 MiB, and that of a thread of Dispatch 512 KiB. Here memory is only reserved:
/// what is never reached costs nothing.
package enum DeepStack {
  private static let size = 512 << 20

  private final class Work {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
      self.run = run
    }
  }

  /// Does the work while the caller waits.
  ///
  /// - Returns: `nil` when the machine has no room for the thread.
  package static func run<Value>(_ body: () -> Value) -> Value? {
    var result: Value?
    func store() { result = body() }
    // The check that nothing escapes knows the path of its file, and each directory would make another program.
    #sourceLocation(file:"DeepStack",line:25)
    withoutActuallyEscaping(store) { run in
      let work = Work(run)
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      var thread = pthread_t()
      let failure = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().run() }
          return nil
        }, Unmanaged.passUnretained(work).toOpaque())
      guard failure == 0 else { return }
      pthread_join(thread, nil)
      withExtendedLifetime(work) {}
    }
    #sourceLocation()
    return result
  }
}
