package import InstanceGroups

/// The files of a group's jobs, for every instance that was asked for.
///
/// A build makes one Secret of it, whose keys are ``RenderedFile/path`` below the instance's pod name; a pod mounts
/// what is its own.
package struct RenderedGroup: Sendable {
  package let group: ResolvedGroup
  package let instances: [RenderedInstance]
}

package struct RenderedInstance: Sendable {
  package let instance: InstanceTable.Instance
  /// Job by job, in the order of each job's specification.
  package let files: [RenderedFile]
}

package struct RenderedFile: Sendable {
  /// Which of the group's jobs it belongs to.
  package let job: Int
  /// Below `/var/vcap/jobs`: `nats/config/nats.conf`.
  package let path: String
  package let content: [UInt8]
  package let isExecutable: Bool
  /// Whether it says how the job's processes are run.
  let isBPM: Bool
  /// Where its template stands, as messages show it.
  let template: String
}
