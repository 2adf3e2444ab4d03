// Made by Scripts/generate-kubernetes-tables.py from the API of Kubernetes 1.36.

extension BuiltinKinds {
  /// A line for each API version, with its kinds; `!` marks those that live in no namespace.
  static let table =
    """
    admissionregistration.k8s.io/v1 MutatingAdmissionPolicy! MutatingAdmissionPolicyBinding! \
      MutatingWebhookConfiguration! ValidatingAdmissionPolicy! ValidatingAdmissionPolicyBinding! \
      ValidatingWebhookConfiguration!
    admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy! MutatingAdmissionPolicyBinding!
    admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy! MutatingAdmissionPolicyBinding! \
      MutatingWebhookConfiguration! ValidatingWebhookConfiguration!
    apiextensions.k8s.io/v1 CustomResourceDefinition!
    apiextensions.k8s.io/v1beta1 CustomResourceDefinition!
    apiregistration.k8s.io/v1 APIService!
    apiregistration.k8s.io/v1beta1 APIService!
    apps/v1 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
    authentication.k8s.io/v1 SelfSubjectReview! TokenReview!
    authorization.k8s.io/v1 LocalSubjectAccessReview SelfSubjectAccessReview! SelfSubjectRulesReview! \
      SubjectAccessReview!
    autoscaling/v1 HorizontalPodAutoscaler
    autoscaling/v2 HorizontalPodAutoscaler
    autoscaling/v2beta1 HorizontalPodAutoscaler
    autoscaling/v2beta2 HorizontalPodAutoscaler
    batch/v1 CronJob Job
    batch/v1beta1 CronJob
    certificates.k8s.io/v1 CertificateSigningRequest!
    certificates.k8s.io/v1alpha1 ClusterTrustBundle!
    certificates.k8s.io/v1beta1 CertificateSigningRequest! ClusterTrustBundle! PodCertificateRequest
    coordination.k8s.io/v1 Lease
    coordination.k8s.io/v1alpha2 LeaseCandidate
    coordination.k8s.io/v1beta1 Lease LeaseCandidate
    discovery.k8s.io/v1 EndpointSlice
    discovery.k8s.io/v1beta1 EndpointSlice
    events.k8s.io/v1 Event
    events.k8s.io/v1beta1 Event
    extensions/v1beta1 Ingress
    flowcontrol.apiserver.k8s.io/v1 FlowSchema! PriorityLevelConfiguration!
    flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema! PriorityLevelConfiguration!
    internal.apiserver.k8s.io/v1alpha1 StorageVersion!
    networking.k8s.io/v1 IPAddress! Ingress IngressClass! NetworkPolicy ServiceCIDR!
    networking.k8s.io/v1beta1 IPAddress! Ingress IngressClass! ServiceCIDR!
    node.k8s.io/v1 RuntimeClass!
    node.k8s.io/v1beta1 RuntimeClass!
    policy/v1 PodDisruptionBudget
    policy/v1beta1 PodDisruptionBudget PodSecurityPolicy!
    rbac.authorization.k8s.io/v1 ClusterRole! ClusterRoleBinding! Role RoleBinding
    rbac.authorization.k8s.io/v1beta1 ClusterRole! ClusterRoleBinding! Role RoleBinding
    resource.k8s.io/v1 DeviceClass! ResourceClaim ResourceClaimTemplate ResourceSlice!
    resource.k8s.io/v1alpha3 DeviceTaintRule! ResourcePoolStatusRequest!
    resource.k8s.io/v1beta1 DeviceClass! ResourceClaim ResourceClaimTemplate ResourceSlice!
    resource.k8s.io/v1beta2 DeviceClass! DeviceTaintRule! ResourceClaim ResourceClaimTemplate ResourceSlice!
    scheduling.k8s.io/v1 PriorityClass!
    scheduling.k8s.io/v1alpha2 PodGroup Workload
    scheduling.k8s.io/v1beta1 PriorityClass!
    storage.k8s.io/v1 CSIDriver! CSINode! CSIStorageCapacity StorageClass! VolumeAttachment! \
      VolumeAttributesClass!
    storage.k8s.io/v1beta1 CSIDriver! CSINode! CSIStorageCapacity StorageClass! VolumeAttachment! \
      VolumeAttributesClass!
    storagemigration.k8s.io/v1beta1 StorageVersionMigration!
    v1 Binding ConfigMap Endpoints Event LimitRange Namespace! Node! PersistentVolume! PersistentVolumeClaim \
      Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount
    """
}
