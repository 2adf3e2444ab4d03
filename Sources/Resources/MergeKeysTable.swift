// Made by Scripts/generate-kubernetes-tables.py from the API of Kubernetes 1.36.

extension MergeSchema {
  /// A line for each type: `field=Type` leads on, `field=Type[key,…]` is a list that merges by the keys,
  /// `field=[]` one of scalars. A kind's line starts with its API version; `*` stands for all other kinds.
  static let builtinTable =
    """
    * metadata=ObjectMeta
    APIServiceStatus conditions=[type]
    CSINodeSpec drivers=[name]
    Container env=[name] ports=[containerPort,protocol] volumeDevices=[devicePath] volumeMounts=[mountPath]
    CronJobSpec jobTemplate=JobTemplateSpec
    DaemonSetSpec template=PodTemplateSpec
    DaemonSetStatus conditions=[type]
    DeploymentSpec template=PodTemplateSpec
    DeploymentStatus conditions=[type]
    EphemeralContainer env=[name] ports=[containerPort,protocol] volumeDevices=[devicePath] \
      volumeMounts=[mountPath]
    EphemeralVolumeSource volumeClaimTemplate=PersistentVolumeClaimTemplate
    FlowSchemaStatus conditions=[type]
    HorizontalPodAutoscalerStatus conditions=[type]
    JobSpec template=PodTemplateSpec
    JobStatus conditions=[type]
    JobTemplateSpec metadata=ObjectMeta spec=JobSpec
    MutatingWebhook matchConditions=[name]
    NamespaceStatus conditions=[type]
    NodeSpec podCIDRs=[]
    NodeStatus addresses=[type] conditions=[type]
    ObjectMeta finalizers=[] ownerReferences=[uid]
    PersistentVolumeClaimStatus conditions=[type]
    PersistentVolumeClaimTemplate metadata=ObjectMeta
    PodCertificateRequestStatus conditions=[type]
    PodDisruptionBudgetStatus conditions=[type]
    PodGroupSpec resourceClaims=[name]
    PodGroupStatus conditions=[type] resourceClaimStatuses=[name]
    PodSpec containers=Container[name] ephemeralContainers=EphemeralContainer[name] hostAliases=[ip] \
      imagePullSecrets=[name] initContainers=Container[name] resourceClaims=[name] schedulingGates=[name] \
      topologySpreadConstraints=[topologyKey,whenUnsatisfiable] volumes=Volume[name]
    PodStatus conditions=[type] hostIPs=[ip] podIPs=[ip] resourceClaimStatuses=[name]
    PodTemplateSpec metadata=ObjectMeta spec=PodSpec
    PriorityLevelConfigurationStatus conditions=[type]
    ReplicaSetSpec template=PodTemplateSpec
    ReplicaSetStatus conditions=[type]
    ReplicationControllerSpec template=PodTemplateSpec
    ReplicationControllerStatus conditions=[type]
    ResourcePoolStatusRequestStatus conditions=[type]
    ServiceSpec ports=[port,protocol]
    ServiceStatus conditions=[type]
    StatefulSetSpec template=PodTemplateSpec
    StatefulSetStatus conditions=[type]
    StorageVersionMigrationStatus conditions=[type]
    ValidatingAdmissionPolicySpec matchConditions=[name] variables=[name]
    ValidatingWebhook matchConditions=[name]
    Volume ephemeral=EphemeralVolumeSource
    admissionregistration.k8s.io/v1/MutatingAdmissionPolicy metadata=ObjectMeta \
      spec=admissionregistration.v1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1/MutatingWebhookConfiguration metadata=ObjectMeta \
      webhooks=MutatingWebhook[name]
    admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy metadata=ObjectMeta \
      spec=ValidatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration metadata=ObjectMeta \
      webhooks=ValidatingWebhook[name]
    admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy metadata=ObjectMeta \
      spec=admissionregistration.v1alpha1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy metadata=ObjectMeta \
      spec=admissionregistration.v1beta1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration metadata=ObjectMeta \
      webhooks=MutatingWebhook[name]
    admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration metadata=ObjectMeta \
      webhooks=ValidatingWebhook[name]
    admissionregistration.v1.MutatingAdmissionPolicySpec matchConditions=[name]
    admissionregistration.v1alpha1.MutatingAdmissionPolicySpec matchConditions=[name]
    admissionregistration.v1beta1.MutatingAdmissionPolicySpec matchConditions=[name]
    apiregistration.k8s.io/v1/APIService metadata=ObjectMeta status=APIServiceStatus
    apiregistration.k8s.io/v1beta1/APIService metadata=ObjectMeta status=APIServiceStatus
    apps/v1/DaemonSet metadata=ObjectMeta spec=DaemonSetSpec status=DaemonSetStatus
    apps/v1/Deployment metadata=ObjectMeta spec=DeploymentSpec status=DeploymentStatus
    apps/v1/ReplicaSet metadata=ObjectMeta spec=ReplicaSetSpec status=ReplicaSetStatus
    apps/v1/StatefulSet metadata=ObjectMeta spec=StatefulSetSpec status=StatefulSetStatus
    autoscaling/v2/HorizontalPodAutoscaler metadata=ObjectMeta status=HorizontalPodAutoscalerStatus
    autoscaling/v2beta1/HorizontalPodAutoscaler metadata=ObjectMeta status=HorizontalPodAutoscalerStatus
    autoscaling/v2beta2/HorizontalPodAutoscaler metadata=ObjectMeta status=HorizontalPodAutoscalerStatus
    batch/v1/CronJob metadata=ObjectMeta spec=CronJobSpec
    batch/v1/Job metadata=ObjectMeta spec=JobSpec status=JobStatus
    batch/v1beta1/CronJob metadata=ObjectMeta spec=CronJobSpec
    certificates.k8s.io/v1beta1/PodCertificateRequest metadata=ObjectMeta status=PodCertificateRequestStatus
    flowcontrol.apiserver.k8s.io/v1/FlowSchema metadata=ObjectMeta status=FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration metadata=ObjectMeta \
      status=PriorityLevelConfigurationStatus
    flowcontrol.apiserver.k8s.io/v1beta1/FlowSchema metadata=ObjectMeta status=FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1beta1/PriorityLevelConfiguration metadata=ObjectMeta \
      status=PriorityLevelConfigurationStatus
    networking.k8s.io/v1/ServiceCIDR metadata=ObjectMeta status=networking.v1.ServiceCIDRStatus
    networking.k8s.io/v1beta1/ServiceCIDR metadata=ObjectMeta status=networking.v1beta1.ServiceCIDRStatus
    networking.v1.ServiceCIDRStatus conditions=[type]
    networking.v1beta1.ServiceCIDRStatus conditions=[type]
    policy/v1/PodDisruptionBudget metadata=ObjectMeta status=PodDisruptionBudgetStatus
    policy/v1beta1/PodDisruptionBudget metadata=ObjectMeta status=PodDisruptionBudgetStatus
    resource.k8s.io/v1/ResourceClaim metadata=ObjectMeta status=resource.v1.ResourceClaimStatus
    resource.k8s.io/v1/ResourceClaimTemplate metadata=ObjectMeta spec=resource.v1.ResourceClaimTemplateSpec
    resource.k8s.io/v1alpha3/DeviceTaintRule metadata=ObjectMeta \
      status=resource.v1alpha3.DeviceTaintRuleStatus
    resource.k8s.io/v1alpha3/ResourcePoolStatusRequest metadata=ObjectMeta \
      status=ResourcePoolStatusRequestStatus
    resource.k8s.io/v1beta1/ResourceClaim metadata=ObjectMeta status=resource.v1beta1.ResourceClaimStatus
    resource.k8s.io/v1beta1/ResourceClaimTemplate metadata=ObjectMeta \
      spec=resource.v1beta1.ResourceClaimTemplateSpec
    resource.k8s.io/v1beta2/DeviceTaintRule metadata=ObjectMeta \
      status=resource.v1beta2.DeviceTaintRuleStatus
    resource.k8s.io/v1beta2/ResourceClaim metadata=ObjectMeta status=resource.v1beta2.ResourceClaimStatus
    resource.k8s.io/v1beta2/ResourceClaimTemplate metadata=ObjectMeta \
      spec=resource.v1beta2.ResourceClaimTemplateSpec
    resource.v1.ResourceClaimStatus reservedFor=[uid]
    resource.v1.ResourceClaimTemplateSpec metadata=ObjectMeta
    resource.v1alpha3.DeviceTaintRuleStatus conditions=[type]
    resource.v1beta1.ResourceClaimStatus reservedFor=[uid]
    resource.v1beta1.ResourceClaimTemplateSpec metadata=ObjectMeta
    resource.v1beta2.DeviceTaintRuleStatus conditions=[type]
    resource.v1beta2.ResourceClaimStatus reservedFor=[uid]
    resource.v1beta2.ResourceClaimTemplateSpec metadata=ObjectMeta
    scheduling.k8s.io/v1alpha2/PodGroup metadata=ObjectMeta spec=PodGroupSpec status=PodGroupStatus
    storage.k8s.io/v1/CSINode metadata=ObjectMeta spec=CSINodeSpec
    storage.k8s.io/v1beta1/CSINode metadata=ObjectMeta spec=CSINodeSpec
    storagemigration.k8s.io/v1beta1/StorageVersionMigration metadata=ObjectMeta \
      status=StorageVersionMigrationStatus
    v1/Namespace metadata=ObjectMeta status=NamespaceStatus
    v1/Node metadata=ObjectMeta spec=NodeSpec status=NodeStatus
    v1/PersistentVolumeClaim metadata=ObjectMeta status=PersistentVolumeClaimStatus
    v1/Pod metadata=ObjectMeta spec=PodSpec status=PodStatus
    v1/PodTemplate metadata=ObjectMeta template=PodTemplateSpec
    v1/ReplicationController metadata=ObjectMeta spec=ReplicationControllerSpec \
      status=ReplicationControllerStatus
    v1/Service metadata=ObjectMeta spec=ServiceSpec status=ServiceStatus
    v1/ServiceAccount metadata=ObjectMeta secrets=[name]
    """
}
