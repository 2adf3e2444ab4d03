// Made by Scripts/generate-kubernetes-types.py from the API of Kubernetes 1.28 to 1.37.

package import Resources

extension KubernetesTypes {
  /// The oldest and the newest that the table knows.
  package static let versions = KubernetesVersion(1, 28)...KubernetesVersion(1, 37)

  /// A line for each type: `field:Type`, a string where no type is named; `*` marks what is required, `+34` what
  /// there is from 1.34 on, `-30` up to 1.30. A kind's line starts with its API version.
  static let table =
    """
    APIServiceCondition lastTransitionTime:time message reason status* type*
    APIServiceSpec caBundle:bytes group groupPriorityMinimum*:int insecureSkipTLSVerify:bool \
      service:apiregistration.v1.ServiceReference version versionPriority*:int
    APIServiceStatus conditions:[]APIServiceCondition
    AWSElasticBlockStoreVolumeSource fsType partition:int readOnly:bool volumeID*
    Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
    AggregationRule clusterRoleSelectors:[]LabelSelector
    AppArmorProfile localhostProfile type*
    AttachedVolume devicePath* name*
    AzureDiskVolumeSource cachingMode diskName* diskURI* fsType kind readOnly:bool
    AzureFilePersistentVolumeSource readOnly:bool secretName* secretNamespace shareName*
    AzureFileVolumeSource readOnly:bool secretName* shareName*
    CSIDriverSpec attachRequired:bool fsGroupPolicy nodeAllocatableUpdatePeriodSeconds+33:int \
      podInfoOnMount:bool preventPodSchedulingIfMissing+36:bool requiresRepublish:bool seLinuxMount:bool \
      serviceAccountTokenInSecrets+35:bool storageCapacity:bool tokenRequests:[]TokenRequest \
      volumeLifecycleModes:[]
    CSINodeDriver allocatable:VolumeNodeResources name* nodeID* topologyKeys:[]
    CSINodeSpec drivers*:[]CSINodeDriver
    CSINodeStatus storageHealth:[]StorageHealth
    CSIPersistentVolumeSource controllerExpandSecretRef:SecretReference \
      controllerPublishSecretRef:SecretReference driver* fsType nodeExpandSecretRef:SecretReference \
      nodePublishSecretRef:SecretReference nodeStageSecretRef:SecretReference readOnly:bool \
      volumeAttributes:map: volumeHandle*
    CSIVolumeSource driver* fsType nodePublishSecretRef:LocalObjectReference readOnly:bool \
      volumeAttributes:map:
    Capabilities add:[] drop:[]
    CephFSPersistentVolumeSource monitors*:[] path readOnly:bool secretFile secretRef:SecretReference user
    CephFSVolumeSource monitors*:[] path readOnly:bool secretFile secretRef:LocalObjectReference user
    CertificateSigningRequestCondition lastTransitionTime:time lastUpdateTime:time message reason status* \
      type*
    CertificateSigningRequestSpec expirationSeconds:int extra:map:[] groups:[] request*:bytes signerName* \
      uid usages:[] username
    CertificateSigningRequestStatus certificate:bytes conditions:[]CertificateSigningRequestCondition
    CinderPersistentVolumeSource fsType readOnly:bool secretRef:SecretReference volumeID*
    CinderVolumeSource fsType readOnly:bool secretRef:LocalObjectReference volumeID*
    ClaimSource resourceClaimName resourceClaimTemplateName
    ClientIPConfig timeoutSeconds:int
    ClusterCIDRSpec ipv4 ipv6 nodeSelector:NodeSelector perNodeHostBits*:int
    ClusterTrustBundleProjection labelSelector:LabelSelector name optional:bool path* signerName user+37:int
    ComponentCondition error message status* type*
    CompositePodGroupSpec disruptionMode:v1alpha3.CompositeDisruptionMode parentCompositePodGroupName \
      preemptionPolicy priority:int priorityClassName \
      schedulingConstraints:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha3.CompositePodGroupSchedulingPolicy workloadRef*:v1alpha3.WorkloadReference
    CompositePodGroupStatus conditions:[]Condition
    Condition lastTransitionTime*:time message* observedGeneration:int reason* status* type*
    ConfigMapEnvSource name optional:bool
    ConfigMapKeySelector key* name optional:bool
    ConfigMapNodeConfigSource kubeletConfigKey* name* namespace* resourceVersion uid
    ConfigMapProjection items:[]KeyToPath name optional:bool
    ConfigMapVolumeSource defaultMode:int defaultUser+37:int items:[]KeyToPath name optional:bool
    Container args:[] command:[] env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy \
      lifecycle:Lifecycle livenessProbe:Probe name* ports:[]ContainerPort readinessProbe:Probe \
      resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy \
      restartPolicyRules+34:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe \
      stdin:bool stdinOnce:bool terminationMessagePath terminationMessagePolicy tty:bool \
      volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
    ContainerExtendedResourceRequest containerName* requestName* resourceName*
    ContainerImage names:[] sizeBytes:int
    ContainerPort containerPort*:int hostIP hostPort:int name protocol
    ContainerResizePolicy resourceName* restartPolicy*
    ContainerResourceMetricSource container* name* target*:MetricTarget
    ContainerResourceMetricStatus container* current*:MetricValueStatus name*
    ContainerRestartRule action* exitCodes:ContainerRestartRuleOnExitCodes
    ContainerRestartRuleOnExitCodes operator* values:[]int
    ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated \
      waiting:ContainerStateWaiting
    ContainerStateRunning startedAt:time
    ContainerStateTerminated containerID exitCode*:int finishedAt:time message reason signal:int \
      startedAt:time
    ContainerStateWaiting message reason
    ContainerStatus allocatedResources:map:quantity allocatedResourcesStatus+31:[]ResourceStatus containerID \
      image* imageID* lastState:ContainerState name* ready*:bool resources:ResourceRequirements \
      restartCount*:int started:bool state:ContainerState stopSignal+33 user+31:ContainerUser \
      volumeMounts+30:[]VolumeMountStatus
    ContainerUser linux:LinuxContainerUser
    CronJobSpec concurrencyPolicy failedJobsHistoryLimit:int jobTemplate*:JobTemplateSpec schedule* \
      startingDeadlineSeconds:int successfulJobsHistoryLimit:int suspend:bool timeZone
    CronJobStatus active:[]ObjectReference lastScheduleTime:time lastSuccessfulTime:time
    CustomResourceColumnDefinition description format jsonPath* name* priority:int type*
    CustomResourceConversion strategy* webhook:WebhookConversion
    CustomResourceDefinitionCondition lastTransitionTime:time message observedGeneration+35:int reason \
      status* type*
    CustomResourceDefinitionNames categories:[] kind* listKind plural* shortNames:[] singular
    CustomResourceDefinitionSpec conversion:CustomResourceConversion group* \
      names*:CustomResourceDefinitionNames preserveUnknownFields:bool scope* \
      versions*:[]CustomResourceDefinitionVersion
    CustomResourceDefinitionStatus acceptedNames:CustomResourceDefinitionNames \
      conditions:[]CustomResourceDefinitionCondition observedGeneration+35:int storedVersions:[]
    CustomResourceDefinitionVersion additionalPrinterColumns:[]CustomResourceColumnDefinition \
      deprecated:bool deprecationWarning name* schema:CustomResourceValidation \
      selectableFields+30:[]SelectableField served*:bool storage*:bool \
      subresources:CustomResourceSubresources
    CustomResourceSubresourceScale labelSelectorPath specReplicasPath* statusReplicasPath*
    CustomResourceSubresources scale:CustomResourceSubresourceScale status:map:any
    CustomResourceValidation openAPIV3Schema:JSONSchemaProps
    DaemonEndpoint Port*:int
    DaemonSetCondition lastTransitionTime:time message reason status* type*
    DaemonSetSpec minReadySeconds:int revisionHistoryLimit:int selector*:LabelSelector \
      template*:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
    DaemonSetStatus collisionCount:int conditions:[]DaemonSetCondition currentNumberScheduled*:int \
      desiredNumberScheduled*:int numberAvailable:int numberMisscheduled*:int numberReady*:int \
      numberUnavailable:int observedGeneration:int updatedNumberScheduled:int
    DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type
    DeploymentCondition lastTransitionTime:time lastUpdateTime:time message reason status* type*
    DeploymentSpec minReadySeconds:int paused:bool progressDeadlineSeconds:int replicas:int \
      revisionHistoryLimit:int selector*:LabelSelector strategy:DeploymentStrategy template*:PodTemplateSpec
    DeploymentStatus availableReplicas:int collisionCount:int conditions:[]DeploymentCondition \
      observedGeneration:int readyReplicas:int replicas:int terminatingReplicas+33:int \
      unavailableReplicas:int updatedReplicas:int
    DeploymentStrategy rollingUpdate:RollingUpdateDeployment type
    DownwardAPIProjection items:[]DownwardAPIVolumeFile
    DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:int path* resourceFieldRef:ResourceFieldSelector \
      user+37:int
    DownwardAPIVolumeSource defaultMode:int defaultUser+37:int items:[]DownwardAPIVolumeFile
    DriverAllocationResult namedResources:NamedResourcesAllocationResult vendorRequestParameters:map:any
    DriverRequests driverName requests:[]ResourceRequest vendorParameters:map:any
    EmptyDirVolumeSource medium mode+37:int sizeLimit:quantity
    Endpoint addresses*:[] conditions:EndpointConditions deprecatedTopology:map: hints:EndpointHints \
      hostname nodeName targetRef:ObjectReference zone
    EndpointAddress hostname ip* nodeName targetRef:ObjectReference
    EndpointConditions ready:bool serving:bool terminating:bool
    EndpointHints forNodes+33:[]ForNode forZones:[]ForZone
    EndpointSubset addresses:[]EndpointAddress notReadyAddresses:[]EndpointAddress \
      ports:[]core.v1.EndpointPort
    EnvFromSource configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource
    EnvVar name* value valueFrom:EnvVarSource
    EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector \
      fileKeyRef+34:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
    EphemeralContainer args:[] command:[] env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy \
      lifecycle:Lifecycle livenessProbe:Probe name* ports:[]ContainerPort readinessProbe:Probe \
      resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy \
      restartPolicyRules+34:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe \
      stdin:bool stdinOnce:bool targetContainerName terminationMessagePath terminationMessagePolicy tty:bool \
      volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
    EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
    EventSource component host
    EvictionRequestPodReference name* uid*
    EvictionRequestSpec intent* requester* target*:EvictionRequestTarget
    EvictionRequestStatus conditions:[]Condition observedGeneration:int
    EvictionRequestTarget pod:EvictionRequestPodReference
    EvictionResponder name* priority*:int
    ExecAction command:[]
    ExternalDocumentation description url
    ExternalMetricSource metric*:MetricIdentifier target*:MetricTarget
    ExternalMetricStatus current*:MetricValueStatus metric*:MetricIdentifier
    FCVolumeSource fsType lun:int readOnly:bool targetWWNs:[] wwids:[]
    FieldSelectorAttributes rawSelector requirements:[]FieldSelectorRequirement
    FieldSelectorRequirement key* operator* values:[]
    FileKeySelector key* optional:bool path* volumeName*
    FlexPersistentVolumeSource driver* fsType options:map: readOnly:bool secretRef:SecretReference
    FlexVolumeSource driver* fsType options:map: readOnly:bool secretRef:LocalObjectReference
    FlockerVolumeSource datasetName datasetUUID
    ForNode name*
    ForZone name*
    GCEPersistentDiskVolumeSource fsType partition:int pdName* readOnly:bool
    GRPCAction mode+37 port*:int service
    GitRepoVolumeSource directory repository* revision
    GlusterfsPersistentVolumeSource endpoints* endpointsNamespace path* readOnly:bool
    GlusterfsVolumeSource endpoints* path* readOnly:bool
    GroupResource group* resource*
    GroupVersionResource group resource version
    HPAScalingPolicy periodSeconds*:int type* value*:int
    HPAScalingRules policies:[]HPAScalingPolicy selectPolicy stabilizationWindowSeconds:int \
      tolerance+33:quantity
    HTTPGetAction host httpHeaders:[]HTTPHeader path port*:intOrString protocol+37 scheme
    HTTPHeader name* value*
    HTTPIngressPath backend*:IngressBackend path pathType*
    HTTPIngressRuleValue paths*:[]HTTPIngressPath
    HorizontalPodAutoscalerBehavior scaleDown:HPAScalingRules scaleUp:HPAScalingRules
    HorizontalPodAutoscalerCondition lastTransitionTime:time message observedGeneration+37:int reason \
      status* type*
    HostAlias hostnames:[] ip*
    HostIP ip*
    HostPathVolumeSource path* type
    IPBlock cidr* except:[]
    ISCSIPersistentVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn* \
      iscsiInterface lun*:int portals:[] readOnly:bool secretRef:SecretReference targetPortal*
    ISCSIVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn* iscsiInterface \
      lun*:int portals:[] readOnly:bool secretRef:LocalObjectReference targetPortal*
    ImageVolumeSource pullPolicy reference
    ImageVolumeStatus imageRef*
    IngressBackend resource:v1.TypedLocalObjectReference service:IngressServiceBackend
    IngressClassParametersReference apiGroup kind* name* namespace scope
    IngressClassSpec controller parameters:IngressClassParametersReference
    IngressLoadBalancerIngress hostname ip ports:[]IngressPortStatus
    IngressLoadBalancerStatus ingress:[]IngressLoadBalancerIngress
    IngressPortStatus error port*:int protocol*
    IngressRule host http:HTTPIngressRuleValue
    IngressServiceBackend name* port:ServiceBackendPort
    IngressSpec defaultBackend:IngressBackend ingressClassName rules:[]IngressRule tls:[]IngressTLS
    IngressStatus loadBalancer:IngressLoadBalancerStatus
    IngressTLS hosts:[] secretName
    JSONSchemaProps $ref $schema additionalItems:any additionalProperties:any allOf:[]JSONSchemaProps \
      anyOf:[]JSONSchemaProps default:any definitions:map:JSONSchemaProps dependencies:map:any description \
      enum:[]any example:any exclusiveMaximum:bool exclusiveMinimum:bool externalDocs:ExternalDocumentation \
      format id items:any maxItems:int maxLength:int maxProperties:int maximum:number minItems:int \
      minLength:int minProperties:int minimum:number multipleOf:number not:JSONSchemaProps nullable:bool \
      oneOf:[]JSONSchemaProps pattern patternProperties:map:JSONSchemaProps properties:map:JSONSchemaProps \
      required:[] title type uniqueItems:bool x-kubernetes-embedded-resource:bool \
      x-kubernetes-int-or-string:bool x-kubernetes-list-map-keys:[] x-kubernetes-list-type \
      x-kubernetes-map-type x-kubernetes-preserve-unknown-fields:bool \
      x-kubernetes-validations:[]ValidationRule
    JobCondition lastProbeTime:time lastTransitionTime:time message reason status* type*
    JobSchedulingConfiguration disruptionMode:WorkloadPodGroupDisruptionMode \
      resourceClaims:[]WorkloadPodGroupResourceClaim \
      schedulingConstraints:WorkloadPodGroupSchedulingConstraints \
      schedulingPolicy:WorkloadPodGroupSchedulingPolicy
    JobSpec activeDeadlineSeconds:int backoffLimit:int backoffLimitPerIndex:int completionMode \
      completions:int managedBy+30 manualSelector:bool maxFailedIndexes:int parallelism:int \
      podFailurePolicy:PodFailurePolicy podReplacementPolicy scheduling+37:JobSchedulingConfiguration \
      selector:LabelSelector successPolicy+30:SuccessPolicy suspend:bool template*:PodTemplateSpec \
      ttlSecondsAfterFinished:int
    JobStatus active:int completedIndexes completionTime:time conditions:[]JobCondition failed:int \
      failedIndexes ready:int startTime:time succeeded:int terminating:int \
      uncountedTerminatedPods:UncountedTerminatedPods
    JobTemplateSpec metadata:ObjectMeta spec:JobSpec
    KeyToPath key* mode:int path* user+37:int
    LabelSelector matchExpressions:[]LabelSelectorRequirement matchLabels:map:
    LabelSelectorAttributes rawSelector requirements:[]LabelSelectorRequirement
    LabelSelectorRequirement key* operator* values:[]
    LeaseSpec acquireTime:time holderIdentity leaseDurationSeconds:int leaseTransitions:int \
      preferredHolder+31 renewTime:time strategy+31
    Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal+33
    LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep+29:SleepAction tcpSocket:TCPSocketAction
    LimitRangeItem default:map:quantity defaultRequest:map:quantity max:map:quantity \
      maxLimitRequestRatio:map:quantity min:map:quantity type*
    LimitRangeSpec limits*:[]LimitRangeItem
    LinuxContainerUser gid*:int supplementalGroups:[]int uid*:int
    LoadBalancerIngress hostname ip ipMode+29 ports:[]PortStatus
    LoadBalancerStatus ingress:[]LoadBalancerIngress
    LocalObjectReference name
    LocalVolumeSource fsType path*
    ManagedFieldsEntry apiVersion fieldsType fieldsV1:map:any manager operation subresource time:time
    MetricIdentifier name* selector:LabelSelector
    MetricSpec containerResource:ContainerResourceMetricSource external:ExternalMetricSource \
      object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource type*
    MetricStatus containerResource:ContainerResourceMetricStatus external:ExternalMetricStatus \
      object:ObjectMetricStatus pods:PodsMetricStatus resource:ResourceMetricStatus type*
    MetricTarget averageUtilization:int averageValue:quantity type* value:quantity
    MetricValueStatus averageUtilization:int averageValue:quantity value:quantity
    MigrationCondition lastUpdateTime:time message reason status* type*
    ModifyVolumeStatus status* targetVolumeAttributesClassName
    MutatingWebhook admissionReviewVersions*:[] clientConfig*:admissionregistration.v1.WebhookClientConfig \
      failurePolicy matchConditions:[]v1.MatchCondition matchPolicy name* namespaceSelector:LabelSelector \
      objectSelector:LabelSelector reinvocationPolicy rules:[]RuleWithOperations sideEffects* \
      timeoutSeconds:int
    NFSVolumeSource path* readOnly:bool server*
    NamedResourcesAllocationResult name*
    NamedResourcesAttribute bool:bool int:int intSlice:NamedResourcesIntSlice name* quantity:quantity string \
      stringSlice:NamedResourcesStringSlice version
    NamedResourcesFilter selector*
    NamedResourcesInstance attributes:[]NamedResourcesAttribute name*
    NamedResourcesIntSlice ints*:[]int
    NamedResourcesRequest selector*
    NamedResourcesResources instances*:[]NamedResourcesInstance
    NamedResourcesStringSlice strings*:[]
    NamespaceCondition lastTransitionTime:time message reason status* type*
    NamespaceSpec finalizers:[]
    NamespaceStatus conditions:[]NamespaceCondition phase
    NetworkPolicyEgressRule ports:[]NetworkPolicyPort to:[]NetworkPolicyPeer
    NetworkPolicyIngressRule from:[]NetworkPolicyPeer ports:[]NetworkPolicyPort
    NetworkPolicyPeer ipBlock:IPBlock namespaceSelector:LabelSelector podSelector:LabelSelector
    NetworkPolicyPort endPort:int port:intOrString protocol
    NetworkPolicySpec egress:[]NetworkPolicyEgressRule ingress:[]NetworkPolicyIngressRule \
      podSelector*:LabelSelector policyTypes:[]
    NodeAddress address* type*
    NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm \
      requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
    NodeAllocatableMappedResources name* quantity*:quantity
    NodeAllocatableOverheadResources name* perContainer:quantity perPod:quantity
    NodeAllocatableResourceClaimStatus containers:[] mapping+37:[]NodeAllocatableMappedResources \
      overhead+37:[]NodeAllocatableOverheadResources resourceClaimName* resources-36:map:quantity
    NodeCondition lastHeartbeatTime:time lastTransitionTime:time message reason status* type*
    NodeConfigSource configMap:ConfigMapNodeConfigSource
    NodeConfigStatus active:NodeConfigSource assigned:NodeConfigSource error lastKnownGood:NodeConfigSource
    NodeDaemonEndpoints kubeletEndpoint:DaemonEndpoint
    NodeFeatures supplementalGroupsPolicy:bool
    NodePodPreemptionPolicy disableResizePreemption:[]
    NodeRuntimeHandler features:NodeRuntimeHandlerFeatures name
    NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:bool userNamespaces+31:bool
    NodeSelector nodeSelectorTerms*:[]NodeSelectorTerm
    NodeSelectorRequirement key* operator* values:[]
    NodeSelectorTerm matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
    NodeSpec configSource:NodeConfigSource externalID podCIDR podCIDRs:[] \
      podPreemptionPolicy+37:NodePodPreemptionPolicy providerID taints:[]Taint unschedulable:bool
    NodeStatus addresses:[]NodeAddress allocatable:map:quantity capacity:map:quantity \
      conditions:[]NodeCondition config:NodeConfigStatus daemonEndpoints:NodeDaemonEndpoints \
      declaredFeatures+35:[] features+31:NodeFeatures images:[]ContainerImage nodeInfo:NodeSystemInfo phase \
      runtimeHandlers+30:[]NodeRuntimeHandler volumesAttached:[]AttachedVolume volumesInUse:[]
    NodeSwapStatus capacity:int
    NodeSystemInfo architecture* bootID* containerRuntimeVersion* kernelVersion* kubeProxyVersion* \
      kubeletVersion* machineID* operatingSystem* osImage* runningInUserNamespace+37:bool \
      swap+33:NodeSwapStatus systemUUID*
    NonResourceAttributes path verb
    NonResourceRule nonResourceURLs:[] verbs*:[]
    ObjectFieldSelector apiVersion fieldPath*
    ObjectMeta annotations:map: creationTimestamp:time deletionGracePeriodSeconds:int deletionTimestamp:time \
      finalizers:[] generateName generation:int labels:map: managedFields:[]ManagedFieldsEntry name \
      namespace ownerReferences:[]OwnerReference resourceVersion selfLink uid
    ObjectMetricSource describedObject*:v1.CrossVersionObjectReference metric*:MetricIdentifier \
      target*:MetricTarget
    ObjectMetricStatus current*:MetricValueStatus describedObject*:v1.CrossVersionObjectReference \
      metric*:MetricIdentifier
    ObjectReference apiVersion fieldPath kind name namespace resourceVersion uid
    Overhead podFixed:map:quantity
    OwnerReference apiVersion* blockOwnerDeletion:bool controller:bool kind* name* uid*
    PartitionTypeStatus allocatable*:int attribute* total*:int type*
    PersistentVolumeClaimCondition lastProbeTime:time lastTransitionTime:time message reason status* type*
    PersistentVolumeClaimSpec accessModes:[] dataSource:v1.TypedLocalObjectReference \
      dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector \
      storageClassName volumeAttributesClassName+29 volumeMode volumeName
    PersistentVolumeClaimStatus accessModes:[] allocatedResourceStatuses:map: \
      allocatedResources:map:quantity capacity:map:quantity conditions:[]PersistentVolumeClaimCondition \
      currentVolumeAttributesClassName+29 healthStatus+37:VolumeHealthStatus \
      modifyVolumeStatus+29:ModifyVolumeStatus phase
    PersistentVolumeClaimTemplate metadata:ObjectMeta spec*:PersistentVolumeClaimSpec
    PersistentVolumeClaimVolumeSource claimName* readOnly:bool
    PersistentVolumeSpec accessModes:[] awsElasticBlockStore:AWSElasticBlockStoreVolumeSource \
      azureDisk:AzureDiskVolumeSource azureFile:AzureFilePersistentVolumeSource capacity:map:quantity \
      cephfs:CephFSPersistentVolumeSource cinder:CinderPersistentVolumeSource claimRef:ObjectReference \
      csi:CSIPersistentVolumeSource fc:FCVolumeSource flexVolume:FlexPersistentVolumeSource \
      flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource \
      glusterfs:GlusterfsPersistentVolumeSource hostPath:HostPathVolumeSource \
      iscsi:ISCSIPersistentVolumeSource local:LocalVolumeSource mountOptions:[] nfs:NFSVolumeSource \
      nodeAffinity:VolumeNodeAffinity persistentVolumeReclaimPolicy \
      photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource \
      quobyte:QuobyteVolumeSource rbd:RBDPersistentVolumeSource scaleIO:ScaleIOPersistentVolumeSource \
      storageClassName storageos:StorageOSPersistentVolumeSource volumeAttributesClassName+29 volumeMode \
      vsphereVolume:VsphereVirtualDiskVolumeSource
    PersistentVolumeStatus lastPhaseTransitionTime:time message phase reason
    PhotonPersistentDiskVolumeSource fsType pdID*
    PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm \
      requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
    PodAffinityTerm labelSelector:LabelSelector matchLabelKeys+29:[] mismatchLabelKeys+29:[] \
      namespaceSelector:LabelSelector namespaces:[] topologyKey*
    PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm \
      requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
    PodCertificateProjection certificateChainPath credentialBundlePath keyPath keyType* \
      maxExpirationSeconds:int signerName* user+37:int userAnnotations+35:map:
    PodCondition lastProbeTime:time lastTransitionTime:time message observedGeneration+33:int reason status* \
      type*
    PodDNSConfig nameservers:[] options:[]PodDNSConfigOption searches:[]
    PodDNSConfigOption name value
    PodDisruptionBudgetSpec maxUnavailable:intOrString minAvailable:intOrString selector:LabelSelector \
      unhealthyPodEvictionPolicy
    PodDisruptionBudgetStatus conditions:[]Condition currentHealthy*:int desiredHealthy*:int \
      disruptedPods:map:time disruptionsAllowed*:int expectedPods*:int observedGeneration:int
    PodExtendedResourceClaimStatus requestMappings*:[]ContainerExtendedResourceRequest resourceClaimName*
    PodFailurePolicy rules*:[]PodFailurePolicyRule
    PodFailurePolicyOnExitCodesRequirement containerName operator* values*:[]int
    PodFailurePolicyOnPodConditionsPattern status type*
    PodFailurePolicyRule action* onExitCodes:PodFailurePolicyOnExitCodesRequirement \
      onPodConditions:[]PodFailurePolicyOnPodConditionsPattern
    PodGroup name* policy*:PodGroupPolicy
    PodGroupPolicy basic:map:any gang:v1alpha1.GangSchedulingPolicy
    PodGroupTemplateReference workload:WorkloadPodGroupTemplateReference
    PodIP ip*
    PodOS name*
    PodReadinessGate conditionType*
    PodResourceClaim name* resourceClaimName+31 resourceClaimTemplateName+31 source-30:ClaimSource
    PodResourceClaimStatus name* resourceClaimName
    PodSchedulingGate name*
    PodSchedulingGroup podGroupName
    PodSecurityContext appArmorProfile+30:AppArmorProfile fsGroup:int fsGroupChangePolicy runAsGroup:int \
      runAsNonRoot:bool runAsUser:int seLinuxChangePolicy+32 seLinuxOptions:SELinuxOptions \
      seccompProfile:SeccompProfile supplementalGroups:[]int supplementalGroupsPolicy+31 sysctls:[]Sysctl \
      windowsOptions:WindowsSecurityContextOptions
    PodSpec activeDeadlineSeconds:int affinity:Affinity automountServiceAccountToken:bool \
      containers*:[]Container dnsConfig:PodDNSConfig dnsPolicy enableServiceLinks:bool \
      ephemeralContainers:[]EphemeralContainer evictionResponders+37:[]EvictionResponder \
      hostAliases:[]HostAlias hostIPC:bool hostNetwork:bool hostPID:bool hostUsers:bool hostname \
      hostnameOverride+34 imagePullSecrets:[]LocalObjectReference initContainers:[]Container nodeName \
      nodeSelector:map: os:PodOS overhead:map:quantity preemptionPolicy priority:int priorityClassName \
      readinessGates:[]PodReadinessGate resourceClaims:[]PodResourceClaim resources+32:ResourceRequirements \
      restartPolicy runtimeClassName schedulerName schedulingGates:[]PodSchedulingGate \
      schedulingGroup+36:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount \
      serviceAccountName setHostnameAsFQDN:bool shareProcessNamespace:bool subdomain \
      terminationGracePeriodSeconds:int tolerations:[]Toleration \
      topologySpreadConstraints:[]TopologySpreadConstraint volumes:[]Volume \
      workloadRef+35-35:v1.WorkloadReference
    PodStatus allocatedResources+35:map:quantity conditions:[]PodCondition \
      containerStatuses:[]ContainerStatus ephemeralContainerStatuses:[]ContainerStatus \
      extendedResourceClaimStatus+34:PodExtendedResourceClaimStatus hostIP hostIPs:[]HostIP \
      initContainerStatuses:[]ContainerStatus message \
      nodeAllocatableResourceClaimStatuses+36:[]NodeAllocatableResourceClaimStatus nominatedNodeName \
      observedGeneration+33:int phase podIP podIPs:[]PodIP qosClass reason resize \
      resourceClaimStatuses:[]PodResourceClaimStatus resources+35:ResourceRequirements startTime:time \
      volumeHealth+37:[]PodVolumeHealth
    PodTemplateSpec metadata:ObjectMeta spec:PodSpec
    PodVolumeHealth healthConditions:[]VolumeHealthCondition lastTransitionTime:time name*
    PodsMetricSource metric*:MetricIdentifier target*:MetricTarget
    PodsMetricStatus current*:MetricValueStatus metric*:MetricIdentifier
    PolicyRule apiGroups:[] nonResourceURLs:[] resourceNames:[] resources:[] verbs*:[]
    PoolStatus allocatedDevices:int availableDevices:int driver* generation*:int nodeName \
      partitionSummary+37:[]PartitionTypeStatus poolName* resourceSliceCount:int \
      shareableSummary+37:ShareableSummaryStatus totalDevices:int unavailableDevices:int validationError
    PortStatus error port*:int protocol*
    PortworxVolumeSource fsType readOnly:bool volumeID*
    PreferredSchedulingTerm preference*:NodeSelectorTerm weight*:int
    Probe exec:ExecAction failureThreshold:int grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int \
      periodSeconds:int successThreshold:int tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int \
      timeoutSeconds:int
    ProjectedVolumeSource defaultMode:int defaultUser+37:int sources:[]VolumeProjection
    QuobyteVolumeSource group readOnly:bool registry* tenant user volume*
    RBDPersistentVolumeSource fsType image* keyring monitors*:[] pool readOnly:bool \
      secretRef:SecretReference user
    RBDVolumeSource fsType image* keyring monitors*:[] pool readOnly:bool secretRef:LocalObjectReference \
      user
    ReplicaSetCondition lastTransitionTime:time message reason status* type*
    ReplicaSetSpec minReadySeconds:int replicas:int selector*:LabelSelector template:PodTemplateSpec
    ReplicaSetStatus availableReplicas:int conditions:[]ReplicaSetCondition fullyLabeledReplicas:int \
      observedGeneration:int readyReplicas:int replicas*:int terminatingReplicas+33:int
    ReplicationControllerCondition lastTransitionTime:time message reason status* type*
    ReplicationControllerSpec minReadySeconds:int replicas:int selector:map: template:PodTemplateSpec
    ReplicationControllerStatus availableReplicas:int conditions:[]ReplicationControllerCondition \
      fullyLabeledReplicas:int observedGeneration:int readyReplicas:int replicas*:int
    ResourceAttributes fieldSelector+31:FieldSelectorAttributes group \
      labelSelector+31:LabelSelectorAttributes name namespace resource subresource verb version
    ResourceClaim name* request+31
    ResourceClaimParametersReference apiGroup kind* name*
    ResourceClassParametersReference apiGroup kind* name* namespace
    ResourceFieldSelector containerName divisor:quantity resource*
    ResourceFilter driverName namedResources:NamedResourcesFilter
    ResourceHandle data driverName structuredData+30:StructuredResourceHandle
    ResourceHealth health message+36 resourceID*
    ResourceMetricSource name* target*:MetricTarget
    ResourceMetricStatus current*:MetricValueStatus name*
    ResourcePoolStatusRequestSpec defaultPartitionTypeAttribute+37 driver* limit:int poolName
    ResourcePoolStatusRequestStatus conditions:[]Condition poolCount*:int pools:[]PoolStatus
    ResourceQuotaSpec hard:map:quantity scopeSelector:ScopeSelector scopes:[]
    ResourceQuotaStatus hard:map:quantity used:map:quantity
    ResourceRequest namedResources:NamedResourcesRequest vendorParameters:map:any
    ResourceRequirements claims:[]ResourceClaim limits:map:quantity requests:map:quantity
    ResourceRule apiGroups:[] resourceNames:[] resources:[] verbs*:[]
    ResourceStatus name* resources:[]ResourceHealth
    RoleRef apiGroup kind* name*
    RollingUpdateDaemonSet maxSurge:intOrString maxUnavailable:intOrString
    RollingUpdateDeployment maxSurge:intOrString maxUnavailable:intOrString
    RollingUpdateStatefulSetStrategy maxUnavailable:intOrString partition:int
    RuleWithOperations apiGroups:[] apiVersions:[] operations:[] resources:[] scope
    SELinuxOptions level role type user
    ScaleIOPersistentVolumeSource fsType gateway* protectionDomain readOnly:bool secretRef*:SecretReference \
      sslEnabled:bool storageMode storagePool system* volumeName
    ScaleIOVolumeSource fsType gateway* protectionDomain readOnly:bool secretRef*:LocalObjectReference \
      sslEnabled:bool storageMode storagePool system* volumeName
    Scheduling nodeSelector:map: tolerations:[]Toleration
    ScopeSelector matchExpressions:[]ScopedResourceSelectorRequirement
    ScopedResourceSelectorRequirement operator* scopeName* values:[]
    SeccompProfile localhostProfile type*
    SecretEnvSource name optional:bool
    SecretKeySelector key* name optional:bool
    SecretProjection items:[]KeyToPath name optional:bool
    SecretReference name namespace
    SecretVolumeSource defaultMode:int defaultUser+37:int items:[]KeyToPath optional:bool secretName
    SecurityContext allowPrivilegeEscalation:bool appArmorProfile+30:AppArmorProfile \
      capabilities:Capabilities privileged:bool procMount readOnlyRootFilesystem:bool runAsGroup:int \
      runAsNonRoot:bool runAsUser:int seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile \
      windowsOptions:WindowsSecurityContextOptions
    SelectableField jsonPath*
    SelfSubjectAccessReviewSpec nonResourceAttributes:NonResourceAttributes \
      resourceAttributes:ResourceAttributes
    SelfSubjectRulesReviewSpec namespace
    ServerStorageVersion apiServerID* decodableVersions*:[] encodingVersion* servedVersions:[]
    ServiceAccountTokenProjection audience expirationSeconds:int path* user+37:int
    ServiceBackendPort name number:int
    ServicePort appProtocol name nodePort:int port*:int protocol targetPort:intOrString
    ServiceSpec allocateLoadBalancerNodePorts:bool clusterIP clusterIPs:[] externalIPs:[] externalName \
      externalTrafficPolicy healthCheckNodePort:int internalTrafficPolicy ipFamilies:[] ipFamilyPolicy \
      loadBalancerClass loadBalancerIP loadBalancerSourceRanges:[] ports:[]ServicePort \
      publishNotReadyAddresses:bool selector:map: sessionAffinity \
      sessionAffinityConfig:SessionAffinityConfig trafficDistribution+30 type
    ServiceStatus conditions:[]Condition loadBalancer:LoadBalancerStatus
    SessionAffinityConfig clientIP:ClientIPConfig
    ShareableCapacityStatus available*:quantity consumed*:quantity name* total*:quantity
    ShareableSummaryStatus capacity:[]ShareableCapacityStatus fullyAvailableDevices*:int \
      partiallyAvailableDevices*:int
    SleepAction seconds*:int
    StatefulSetCondition lastTransitionTime:time message reason status* type*
    StatefulSetOrdinals start:int
    StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted whenScaled
    StatefulSetSpec minReadySeconds:int ordinals:StatefulSetOrdinals \
      persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy \
      podManagementPolicy replicas:int revisionHistoryLimit:int selector*:LabelSelector serviceName \
      template*:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy \
      volumeClaimTemplates:[]v1/PersistentVolumeClaim
    StatefulSetStatus availableReplicas:int collisionCount:int conditions:[]StatefulSetCondition \
      currentReplicas:int currentRevision observedGeneration:int readyReplicas:int replicas*:int \
      updateRevision updatedReplicas:int
    StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type
    StorageHealth healthConditions:[]StorageHealthCondition name*
    StorageHealthCondition accessMode lastTransitionTime:time message reason* status* volumeMode
    StorageOSPersistentVolumeSource fsType readOnly:bool secretRef:ObjectReference volumeName \
      volumeNamespace
    StorageOSVolumeSource fsType readOnly:bool secretRef:LocalObjectReference volumeName volumeNamespace
    StorageVersionCondition lastTransitionTime:time message* observedGeneration:int reason* status* type*
    StorageVersionStatus commonEncodingVersion conditions:[]StorageVersionCondition \
      storageVersions:[]ServerStorageVersion
    StructuredResourceHandle nodeName results*:[]DriverAllocationResult vendorClaimParameters:map:any \
      vendorClassParameters:map:any
    SubjectAccessReviewSpec extra:map:[] groups:[] nonResourceAttributes:NonResourceAttributes \
      resourceAttributes:ResourceAttributes uid user
    SubjectAccessReviewStatus allowed*:bool denied:bool evaluationError reason
    SubjectRulesReviewStatus evaluationError incomplete*:bool nonResourceRules*:[]NonResourceRule \
      resourceRules*:[]ResourceRule
    SuccessPolicy rules*:[]SuccessPolicyRule
    SuccessPolicyRule succeededCount:int succeededIndexes
    Sysctl name* value*
    TCPSocketAction host port*:intOrString
    Taint effect* key* timeAdded:time value
    TokenRequest audience* expirationSeconds:int
    TokenReviewSpec audiences:[] token*
    TokenReviewStatus audiences:[] authenticated:bool error user:UserInfo
    Toleration effect key operator tolerationSeconds:int value
    TopologySelectorLabelRequirement key* values*:[]
    TopologySelectorTerm matchLabelExpressions:[]TopologySelectorLabelRequirement
    TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[] maxSkew*:int minDomains:int \
      nodeAffinityPolicy nodeTaintsPolicy topologyKey* whenUnsatisfiable*
    TypedObjectReference apiGroup kind* name* namespace
    UncountedTerminatedPods failed:[] succeeded:[]
    UserInfo extra:map:[] groups:[] uid username
    ValidatingWebhook admissionReviewVersions*:[] clientConfig*:admissionregistration.v1.WebhookClientConfig \
      failurePolicy matchConditions:[]v1.MatchCondition matchPolicy name* namespaceSelector:LabelSelector \
      objectSelector:LabelSelector rules:[]RuleWithOperations sideEffects* timeoutSeconds:int
    ValidationRule fieldPath message messageExpression optionalOldSelf+29:bool reason rule*
    VendorParameters driverName parameters:map:any
    Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource \
      azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource \
      configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource \
      emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource \
      flexVolume:FlexVolumeSource flocker:FlockerVolumeSource \
      gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource \
      glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image+31:ImageVolumeSource \
      iscsi:ISCSIVolumeSource name* nfs:NFSVolumeSource \
      persistentVolumeClaim:PersistentVolumeClaimVolumeSource \
      photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource \
      projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource \
      scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource \
      vsphereVolume:VsphereVirtualDiskVolumeSource
    VolumeAttachmentSource inlineVolumeSpec:PersistentVolumeSpec persistentVolumeName
    VolumeAttachmentSpec attacher* nodeName* source*:VolumeAttachmentSource
    VolumeAttachmentStatus attachError:VolumeError attached*:bool attachmentMetadata:map: \
      detachError:VolumeError
    VolumeDevice devicePath* name*
    VolumeError errorCode+33:int message time:time
    VolumeHealthCondition message reason* status*
    VolumeHealthStatus healthConditions:[]VolumeHealthCondition lastTransitionTime:time
    VolumeMount bindMountOptions+37:[] mountPath* mountPropagation name* readOnly:bool recursiveReadOnly+30 \
      subPath subPathExpr
    VolumeMountStatus mountPath* name* readOnly:bool recursiveReadOnly volumeStatus+36:VolumeStatus
    VolumeNodeAffinity required:NodeSelector
    VolumeNodeResources count:int
    VolumeProjection clusterTrustBundle+29:ClusterTrustBundleProjection configMap:ConfigMapProjection \
      downwardAPI:DownwardAPIProjection podCertificate+34:PodCertificateProjection secret:SecretProjection \
      serviceAccountToken:ServiceAccountTokenProjection
    VolumeResourceRequirements limits:map:quantity requests:map:quantity
    VolumeStatus image:ImageVolumeStatus
    VsphereVirtualDiskVolumeSource fsType storagePolicyID storagePolicyName volumePath*
    WebhookConversion clientConfig:admissionregistration.v1.WebhookClientConfig conversionReviewVersions*:[]
    WeightedPodAffinityTerm podAffinityTerm*:PodAffinityTerm weight*:int
    WindowsSecurityContextOptions gmsaCredentialSpec gmsaCredentialSpecName hostProcess:bool runAsUserName
    WorkloadPodGroupDisruptionMode all:map:any single:map:any
    WorkloadPodGroupGangSchedulingPolicy minCount:int
    WorkloadPodGroupResourceClaim name* resourceClaimName resourceClaimTemplateName
    WorkloadPodGroupSchedulingConstraints topology:[]v1alpha2.TopologyConstraint
    WorkloadPodGroupSchedulingPolicy basic:map:any gang:WorkloadPodGroupGangSchedulingPolicy
    WorkloadPodGroupTemplateReference podGroupTemplateName* workloadName*
    admissionregistration.k8s.io/v1/MutatingAdmissionPolicy+36 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding+36 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1/MutatingWebhookConfiguration metadata:ObjectMeta \
      webhooks:[]MutatingWebhook
    admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy+30 metadata:ObjectMeta \
      spec:v1.ValidatingAdmissionPolicySpec status:v1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding+30 metadata:ObjectMeta \
      spec*:v1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration metadata:ObjectMeta \
      webhooks:[]ValidatingWebhook
    admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy+32 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding+32 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy-31 metadata:ObjectMeta \
      spec:v1.ValidatingAdmissionPolicySpec status:v1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding-31 metadata:ObjectMeta \
      spec:v1alpha1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy+34 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding+34 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy-33 metadata:ObjectMeta \
      spec:v1.ValidatingAdmissionPolicySpec status:v1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding-33 metadata:ObjectMeta \
      spec:v1alpha1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.v1.ServiceReference name* namespace* path port:int
    admissionregistration.v1.WebhookClientConfig caBundle:bytes \
      service:admissionregistration.v1.ServiceReference url
    apiextensions.k8s.io/v1/CustomResourceDefinition metadata:ObjectMeta spec*:CustomResourceDefinitionSpec \
      status:CustomResourceDefinitionStatus
    apiregistration.k8s.io/v1/APIService metadata:ObjectMeta spec:APIServiceSpec status:APIServiceStatus
    apiregistration.v1.ServiceReference name namespace port:int
    apps/v1/ControllerRevision data*:map:any metadata:ObjectMeta revision:int
    apps/v1/DaemonSet metadata:ObjectMeta spec*:DaemonSetSpec status:DaemonSetStatus
    apps/v1/Deployment metadata:ObjectMeta spec*:DeploymentSpec status:DeploymentStatus
    apps/v1/ReplicaSet metadata:ObjectMeta spec*:ReplicaSetSpec status:ReplicaSetStatus
    apps/v1/StatefulSet metadata:ObjectMeta spec*:StatefulSetSpec status:StatefulSetStatus
    authentication.k8s.io/v1/SelfSubjectReview metadata:ObjectMeta status:v1.SelfSubjectReviewStatus
    authentication.k8s.io/v1/TokenReview metadata:ObjectMeta spec*:TokenReviewSpec status:TokenReviewStatus
    authentication.k8s.io/v1alpha1/SelfSubjectReview-31 metadata:ObjectMeta \
      status:v1.SelfSubjectReviewStatus
    authentication.k8s.io/v1beta1/SelfSubjectReview-32 metadata:ObjectMeta status:v1.SelfSubjectReviewStatus
    authorization.k8s.io/v1/LocalSubjectAccessReview metadata:ObjectMeta spec*:SubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    authorization.k8s.io/v1/SelfSubjectAccessReview metadata:ObjectMeta spec*:SelfSubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    authorization.k8s.io/v1/SelfSubjectRulesReview metadata:ObjectMeta spec*:SelfSubjectRulesReviewSpec \
      status:SubjectRulesReviewStatus
    authorization.k8s.io/v1/SubjectAccessReview metadata:ObjectMeta spec*:SubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    autoscaling/v1/HorizontalPodAutoscaler metadata:ObjectMeta spec*:v1.HorizontalPodAutoscalerSpec \
      status:v1.HorizontalPodAutoscalerStatus
    autoscaling/v2/HorizontalPodAutoscaler metadata:ObjectMeta spec*:v2.HorizontalPodAutoscalerSpec \
      status:v2.HorizontalPodAutoscalerStatus
    batch/v1/CronJob metadata:ObjectMeta spec*:CronJobSpec status:CronJobStatus
    batch/v1/Job metadata:ObjectMeta spec:JobSpec status:JobStatus
    certificates.k8s.io/v1/CertificateSigningRequest metadata:ObjectMeta spec*:CertificateSigningRequestSpec \
      status:CertificateSigningRequestStatus
    certificates.k8s.io/v1/ClusterTrustBundle+37 metadata:ObjectMeta spec*:v1.ClusterTrustBundleSpec
    certificates.k8s.io/v1/PodCertificateRequest+37 metadata:ObjectMeta spec*:v1.PodCertificateRequestSpec \
      status:v1.PodCertificateRequestStatus
    certificates.k8s.io/v1alpha1/ClusterTrustBundle-36 metadata:ObjectMeta spec*:v1.ClusterTrustBundleSpec
    certificates.k8s.io/v1alpha1/PodCertificateRequest+34-34 metadata:ObjectMeta \
      spec*:v1alpha1.PodCertificateRequestSpec status:v1.PodCertificateRequestStatus
    certificates.k8s.io/v1beta1/ClusterTrustBundle+33 metadata:ObjectMeta spec*:v1.ClusterTrustBundleSpec
    certificates.k8s.io/v1beta1/PodCertificateRequest+35 metadata:ObjectMeta \
      spec*:v1beta1.PodCertificateRequestSpec status:v1.PodCertificateRequestStatus
    coordination.k8s.io/v1/Lease metadata:ObjectMeta spec:LeaseSpec
    coordination.k8s.io/v1alpha1/LeaseCandidate+31-31 metadata:ObjectMeta spec:v1alpha1.LeaseCandidateSpec
    coordination.k8s.io/v1alpha2/LeaseCandidate+32 metadata:ObjectMeta spec*:v1alpha2.LeaseCandidateSpec
    coordination.k8s.io/v1beta1/LeaseCandidate+33 metadata:ObjectMeta spec*:v1alpha2.LeaseCandidateSpec
    core.v1.EndpointPort appProtocol name port*:int protocol
    core.v1.EventSeries count:int lastObservedTime:time
    discovery.k8s.io/v1/EndpointSlice addressType* endpoints:[]Endpoint metadata:ObjectMeta \
      ports:[]discovery.v1.EndpointPort
    discovery.v1.EndpointPort appProtocol name port:int protocol
    events.k8s.io/v1/Event action deprecatedCount:int deprecatedFirstTimestamp:time \
      deprecatedLastTimestamp:time deprecatedSource:EventSource eventTime*:time metadata:ObjectMeta note \
      reason regarding:ObjectReference related:ObjectReference reportingController reportingInstance \
      series:events.v1.EventSeries type
    events.v1.EventSeries count*:int lastObservedTime*:time
    flowcontrol.apiserver.k8s.io/v1/FlowSchema+29 metadata:ObjectMeta spec*:v1.FlowSchemaSpec \
      status:v1.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration+29 metadata:ObjectMeta \
      spec*:v1.PriorityLevelConfigurationSpec status:v1.PriorityLevelConfigurationStatus
    flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema-28 metadata:ObjectMeta spec:v1.FlowSchemaSpec \
      status:v1beta2.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfiguration-28 metadata:ObjectMeta \
      spec:v1beta2.PriorityLevelConfigurationSpec status:v1beta2.PriorityLevelConfigurationStatus
    flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema-31 metadata:ObjectMeta spec:v1.FlowSchemaSpec \
      status:v1beta2.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration-31 metadata:ObjectMeta \
      spec:v1beta3.PriorityLevelConfigurationSpec status:v1beta2.PriorityLevelConfigurationStatus
    flowcontrol.v1.Subject group:v1.GroupSubject kind* serviceAccount:v1.ServiceAccountSubject \
      user:v1.UserSubject
    internal.apiserver.k8s.io/v1alpha1/StorageVersion metadata*:ObjectMeta spec:map:any \
      status:StorageVersionStatus
    lifecycle.k8s.io/v1alpha1/EvictionRequest+37 metadata:ObjectMeta spec*:EvictionRequestSpec \
      status:EvictionRequestStatus
    networking.k8s.io/v1/IPAddress+33 metadata:ObjectMeta spec*:v1.IPAddressSpec
    networking.k8s.io/v1/Ingress metadata:ObjectMeta spec:IngressSpec status:IngressStatus
    networking.k8s.io/v1/IngressClass metadata:ObjectMeta spec:IngressClassSpec
    networking.k8s.io/v1/NetworkPolicy metadata:ObjectMeta spec:NetworkPolicySpec
    networking.k8s.io/v1/ServiceCIDR+33 metadata:ObjectMeta spec:v1.ServiceCIDRSpec \
      status:v1.ServiceCIDRStatus
    networking.k8s.io/v1alpha1/ClusterCIDR-28 metadata:ObjectMeta spec:ClusterCIDRSpec
    networking.k8s.io/v1alpha1/IPAddress-30 metadata:ObjectMeta spec:v1alpha1.IPAddressSpec
    networking.k8s.io/v1alpha1/ServiceCIDR+29-30 metadata:ObjectMeta spec:v1.ServiceCIDRSpec \
      status:v1.ServiceCIDRStatus
    networking.k8s.io/v1beta1/IPAddress+31-36 metadata:ObjectMeta spec*:v1.IPAddressSpec
    networking.k8s.io/v1beta1/ServiceCIDR+31-36 metadata:ObjectMeta spec:v1.ServiceCIDRSpec \
      status:v1.ServiceCIDRStatus
    node.k8s.io/v1/RuntimeClass handler* metadata:ObjectMeta overhead:Overhead scheduling:Scheduling
    policy/v1/PodDisruptionBudget metadata:ObjectMeta spec:PodDisruptionBudgetSpec \
      status:PodDisruptionBudgetStatus
    rbac.authorization.k8s.io/v1/ClusterRole aggregationRule:AggregationRule metadata:ObjectMeta \
      rules:[]PolicyRule
    rbac.authorization.k8s.io/v1/ClusterRoleBinding metadata:ObjectMeta roleRef*:RoleRef \
      subjects:[]rbac.v1.Subject
    rbac.authorization.k8s.io/v1/Role metadata:ObjectMeta rules:[]PolicyRule
    rbac.authorization.k8s.io/v1/RoleBinding metadata:ObjectMeta roleRef*:RoleRef subjects:[]rbac.v1.Subject
    rbac.v1.Subject apiGroup kind* name* namespace
    resource.k8s.io/v1/DeviceClass+34 metadata:ObjectMeta spec*:v1.DeviceClassSpec
    resource.k8s.io/v1/DeviceTaintRule+37 metadata:ObjectMeta spec*:v1.DeviceTaintRuleSpec \
      status:v1.DeviceTaintRuleStatus
    resource.k8s.io/v1/ResourceClaim+34 metadata:ObjectMeta spec*:v1.ResourceClaimSpec \
      status:v1.ResourceClaimStatus
    resource.k8s.io/v1/ResourceClaimTemplate+34 metadata:ObjectMeta spec*:v1.ResourceClaimTemplateSpec
    resource.k8s.io/v1/ResourceSlice+34 metadata:ObjectMeta spec*:v1.ResourceSliceSpec
    resource.k8s.io/v1alpha2/PodSchedulingContext-30 metadata:ObjectMeta \
      spec*:v1alpha2.PodSchedulingContextSpec status:v1alpha2.PodSchedulingContextStatus
    resource.k8s.io/v1alpha2/ResourceClaim-30 metadata:ObjectMeta spec*:v1alpha2.ResourceClaimSpec \
      status:v1alpha2.ResourceClaimStatus
    resource.k8s.io/v1alpha2/ResourceClaimParameters+30-30 driverRequests:[]DriverRequests \
      generatedFrom:ResourceClaimParametersReference metadata:ObjectMeta shareable:bool
    resource.k8s.io/v1alpha2/ResourceClaimTemplate-30 metadata:ObjectMeta \
      spec*:v1alpha2.ResourceClaimTemplateSpec
    resource.k8s.io/v1alpha2/ResourceClass-30 driverName* metadata:ObjectMeta \
      parametersRef:ResourceClassParametersReference structuredParameters+30:bool suitableNodes:NodeSelector
    resource.k8s.io/v1alpha2/ResourceClassParameters+30-30 filters:[]ResourceFilter \
      generatedFrom:ResourceClassParametersReference metadata:ObjectMeta vendorParameters:[]VendorParameters
    resource.k8s.io/v1alpha2/ResourceSlice+30-30 driverName* metadata:ObjectMeta \
      namedResources:NamedResourcesResources nodeName
    resource.k8s.io/v1alpha3/DeviceClass+31-33 metadata:ObjectMeta spec*:v1alpha3.DeviceClassSpec
    resource.k8s.io/v1alpha3/DeviceTaintRule+33 metadata:ObjectMeta spec*:v1alpha3.DeviceTaintRuleSpec \
      status+35:v1.DeviceTaintRuleStatus
    resource.k8s.io/v1alpha3/PodSchedulingContext+31-31 metadata:ObjectMeta \
      spec*:v1alpha2.PodSchedulingContextSpec status:v1alpha3.PodSchedulingContextStatus
    resource.k8s.io/v1alpha3/ResourceClaim+31-33 metadata:ObjectMeta spec*:v1alpha3.ResourceClaimSpec \
      status:v1alpha3.ResourceClaimStatus
    resource.k8s.io/v1alpha3/ResourceClaimTemplate+31-33 metadata:ObjectMeta \
      spec*:v1alpha3.ResourceClaimTemplateSpec
    resource.k8s.io/v1alpha3/ResourcePoolStatusRequest+36 metadata*:ObjectMeta \
      spec*:ResourcePoolStatusRequestSpec status:ResourcePoolStatusRequestStatus
    resource.k8s.io/v1alpha3/ResourceSlice+31-33 metadata:ObjectMeta spec*:v1alpha3.ResourceSliceSpec
    resource.k8s.io/v1beta1/DeviceClass+32 metadata:ObjectMeta spec*:v1beta1.DeviceClassSpec
    resource.k8s.io/v1beta1/ResourceClaim+32 metadata:ObjectMeta spec*:v1beta1.ResourceClaimSpec \
      status:v1beta1.ResourceClaimStatus
    resource.k8s.io/v1beta1/ResourceClaimTemplate+32 metadata:ObjectMeta \
      spec*:v1beta1.ResourceClaimTemplateSpec
    resource.k8s.io/v1beta1/ResourceSlice+32 metadata:ObjectMeta spec*:v1beta1.ResourceSliceSpec
    resource.k8s.io/v1beta2/DeviceClass+33 metadata:ObjectMeta spec*:v1beta1.DeviceClassSpec
    resource.k8s.io/v1beta2/DeviceTaintRule+36 metadata:ObjectMeta spec*:v1.DeviceTaintRuleSpec \
      status:v1.DeviceTaintRuleStatus
    resource.k8s.io/v1beta2/ResourceClaim+33 metadata:ObjectMeta spec*:v1beta2.ResourceClaimSpec \
      status:v1beta2.ResourceClaimStatus
    resource.k8s.io/v1beta2/ResourceClaimTemplate+33 metadata:ObjectMeta \
      spec*:v1beta2.ResourceClaimTemplateSpec
    resource.k8s.io/v1beta2/ResourceSlice+33 metadata:ObjectMeta spec*:v1beta2.ResourceSliceSpec
    scheduling.k8s.io/v1/PriorityClass description globalDefault:bool metadata:ObjectMeta preemptionPolicy \
      value*:int
    scheduling.k8s.io/v1alpha1/Workload+35-35 metadata:ObjectMeta spec*:v1alpha1.WorkloadSpec
    scheduling.k8s.io/v1alpha2/PodGroup+36-36 metadata:ObjectMeta spec*:v1alpha2.PodGroupSpec \
      status:v1alpha2.PodGroupStatus
    scheduling.k8s.io/v1alpha2/Workload+36-36 metadata:ObjectMeta spec*:v1alpha2.WorkloadSpec
    scheduling.k8s.io/v1alpha3/CompositePodGroup+37 metadata:ObjectMeta spec*:CompositePodGroupSpec \
      status:CompositePodGroupStatus
    scheduling.k8s.io/v1alpha3/PodGroup+37 metadata:ObjectMeta spec*:v1alpha3.PodGroupSpec \
      status:v1alpha2.PodGroupStatus
    scheduling.k8s.io/v1alpha3/Workload+37 metadata:ObjectMeta spec*:v1alpha3.WorkloadSpec
    scheduling.k8s.io/v1beta1/PodGroup+37 metadata:ObjectMeta spec*:v1alpha3.PodGroupSpec \
      status:v1alpha2.PodGroupStatus
    scheduling.k8s.io/v1beta1/Workload+37 metadata:ObjectMeta spec*:v1beta1.WorkloadSpec
    storage.k8s.io/v1/CSIDriver metadata:ObjectMeta spec*:CSIDriverSpec
    storage.k8s.io/v1/CSINode metadata:ObjectMeta spec*:CSINodeSpec status+37:CSINodeStatus
    storage.k8s.io/v1/CSIStorageCapacity capacity:quantity maximumVolumeSize:quantity metadata:ObjectMeta \
      nodeTopology:LabelSelector storageClassName*
    storage.k8s.io/v1/StorageClass allowVolumeExpansion:bool allowedTopologies:[]TopologySelectorTerm \
      metadata:ObjectMeta mountOptions:[] parameters:map: provisioner* reclaimPolicy volumeBindingMode
    storage.k8s.io/v1/VolumeAttachment metadata:ObjectMeta spec*:VolumeAttachmentSpec \
      status:VolumeAttachmentStatus
    storage.k8s.io/v1/VolumeAttributesClass+34 driverName* metadata:ObjectMeta parameters:map:
    storage.k8s.io/v1alpha1/VolumeAttributesClass+29-34 driverName* metadata:ObjectMeta parameters:map:
    storage.k8s.io/v1beta1/VolumeAttributesClass+31-36 driverName* metadata:ObjectMeta parameters:map:
    storagemigration.k8s.io/v1/StorageVersionMigration+37 metadata:ObjectMeta \
      spec:v1.StorageVersionMigrationSpec status:v1.StorageVersionMigrationStatus
    storagemigration.k8s.io/v1alpha1/StorageVersionMigration+30-34 metadata:ObjectMeta \
      spec:v1alpha1.StorageVersionMigrationSpec status:v1alpha1.StorageVersionMigrationStatus
    storagemigration.k8s.io/v1beta1/StorageVersionMigration+35 metadata:ObjectMeta \
      spec:v1.StorageVersionMigrationSpec status:v1.StorageVersionMigrationStatus
    v1.AllocatedDeviceStatus conditions:[]Condition data:map:any device* driver* \
      networkData:v1.NetworkDeviceData pool* shareID
    v1.AllocationResult allocationTimestamp:time devices:v1.DeviceAllocationResult nodeSelector:NodeSelector
    v1.ApplyConfiguration expression
    v1.AuditAnnotation key* valueExpression*
    v1.CELDeviceSelector expression*
    v1.CapacityRequestPolicy default:quantity validRange:v1.CapacityRequestPolicyRange \
      validValues:[]quantity
    v1.CapacityRequestPolicyRange max:quantity min*:quantity step:quantity
    v1.CapacityRequirements requests:map:quantity
    v1.ClusterTrustBundleSpec signerName trustBundle*
    v1.Counter value*:quantity
    v1.CounterSet counters*:map:v1.Counter name*
    v1.CrossVersionObjectReference apiVersion kind* name*
    v1.Device allNodes:bool allowMultipleAllocations:bool attributes:map:v1.DeviceAttribute \
      bindingConditions:[] bindingFailureConditions:[] bindsToNode:bool capacity:map:v1.DeviceCapacity \
      consumesCounters:[]v1.DeviceCounterConsumption name* \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName nodeSelector:NodeSelector \
      taints:[]v1.DeviceTaint
    v1.DeviceAllocationConfiguration opaque:v1.OpaqueDeviceConfiguration requests:[] source*
    v1.DeviceAllocationResult config:[]v1.DeviceAllocationConfiguration \
      results:[]v1.DeviceRequestAllocationResult
    v1.DeviceAttribute bool:bool bools+36:[]bool int:int ints+36:[]int string strings+36:[] version \
      versions+36:[]
    v1.DeviceCapacity requestPolicy:v1.CapacityRequestPolicy value*:quantity
    v1.DeviceClaim config:[]v1.DeviceClaimConfiguration constraints:[]v1.DeviceConstraint \
      requests:[]v1.DeviceRequest
    v1.DeviceClaimConfiguration opaque:v1.OpaqueDeviceConfiguration requests:[]
    v1.DeviceClassConfiguration opaque:v1.OpaqueDeviceConfiguration
    v1.DeviceClassSpec config:[]v1.DeviceClassConfiguration extendedResourceName \
      selectors:[]v1.DeviceSelector
    v1.DeviceConstraint distinctAttribute matchAttribute requests:[]
    v1.DeviceCounterConsumption compatibilityGroups+37:[] counterSet* counters*:map:v1.Counter
    v1.DeviceDerivedAttribute expression* name*
    v1.DeviceRequest exactly:v1.ExactDeviceRequest firstAvailable:[]v1.DeviceSubRequest name*
    v1.DeviceRequestAllocationResult adminAccess:bool bindingConditions:[] bindingFailureConditions:[] \
      consumedCapacity:map:quantity device* driver* pool* request* shareID skipNodeOperations+37:[] \
      tolerations:[]v1.DeviceToleration
    v1.DeviceSelector cel:v1.CELDeviceSelector
    v1.DeviceSubRequest allocationMode capacity:v1.CapacityRequirements count:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName* name* selectors:[]v1.DeviceSelector \
      tolerations:[]v1.DeviceToleration
    v1.DeviceTaint effect* key* timeAdded:time value
    v1.DeviceTaintRuleSpec deviceSelector:v1.DeviceTaintSelector taint*:v1.DeviceTaint
    v1.DeviceTaintRuleStatus conditions:[]Condition
    v1.DeviceTaintSelector device driver pool
    v1.DeviceToleration effect key operator tolerationSeconds:int value
    v1.ExactDeviceRequest adminAccess:bool allocationMode capacity:v1.CapacityRequirements count:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName* selectors:[]v1.DeviceSelector \
      tolerations:[]v1.DeviceToleration
    v1.ExemptPriorityLevelConfiguration lendablePercent:int nominalConcurrencyShares:int
    v1.ExpressionWarning fieldRef* warning*
    v1.FlowDistinguisherMethod type*
    v1.FlowSchemaCondition lastTransitionTime:time message reason status type*
    v1.FlowSchemaSpec distinguisherMethod:v1.FlowDistinguisherMethod matchingPrecedence:int \
      priorityLevelConfiguration*:v1.PriorityLevelConfigurationReference rules:[]v1.PolicyRulesWithSubjects
    v1.FlowSchemaStatus conditions:[]v1.FlowSchemaCondition
    v1.GroupSubject name*
    v1.HorizontalPodAutoscalerSpec maxReplicas*:int minReplicas:int \
      scaleTargetRef*:v1.CrossVersionObjectReference targetCPUUtilizationPercentage:int
    v1.HorizontalPodAutoscalerStatus currentCPUUtilizationPercentage:int currentReplicas*:int \
      desiredReplicas*:int lastScaleTime:time observedGeneration:int
    v1.IPAddressSpec parentRef*:v1.ParentReference
    v1.JSONPatch expression
    v1.LimitResponse queuing:v1.QueuingConfiguration type*
    v1.LimitedPriorityLevelConfiguration borrowingLimitPercent:int lendablePercent:int \
      limitResponse*:v1.LimitResponse nominalConcurrencyShares:int
    v1.MatchCondition expression* name*
    v1.MatchResources excludeResourceRules:[]v1.NamedRuleWithOperations matchPolicy \
      namespaceSelector:LabelSelector objectSelector:LabelSelector \
      resourceRules:[]v1.NamedRuleWithOperations
    v1.MutatingAdmissionPolicyBindingSpec matchResources:v1.MatchResources paramRef:v1.ParamRef policyName
    v1.MutatingAdmissionPolicySpec failurePolicy matchConditions:[]v1.MatchCondition \
      matchConstraints:v1.MatchResources mutations:[]v1.Mutation paramKind:v1.ParamKind reinvocationPolicy \
      variables:[]v1.Variable
    v1.Mutation applyConfiguration:v1.ApplyConfiguration jsonPatch:v1.JSONPatch patchType*
    v1.NamedRuleWithOperations apiGroups:[] apiVersions:[] operations:[] resourceNames:[] resources:[] scope
    v1.NetworkDeviceData hardwareAddress interfaceName ips:[]
    v1.NodeAllocatableMapping capacityKey capacityMultiplier:quantity deviceMultiplier:quantity
    v1.NodeAllocatableOverhead perContainer:quantity perPod:quantity
    v1.NodeAllocatableResource mapping:v1.NodeAllocatableMapping overhead:v1.NodeAllocatableOverhead
    v1.NodeAllocatableResourceMapping allocationMultiplier:quantity capacityKey
    v1.NonResourcePolicyRule nonResourceURLs*:[] verbs*:[]
    v1.OpaqueDeviceConfiguration driver* parameters*:map:any
    v1.ParamKind apiVersion kind
    v1.ParamRef name namespace parameterNotFoundAction selector:LabelSelector
    v1.ParentReference group name* namespace resource*
    v1.PodCertificateRequestSpec maxExpirationSeconds:int nodeName* nodeUID* podName* podUID* \
      serviceAccountName* serviceAccountUID* signerName* stubPKCS10Request*:bytes \
      unverifiedUserAnnotations:map:
    v1.PodCertificateRequestStatus beginRefreshAt:time certificateChain conditions:[]Condition notAfter:time \
      notBefore:time
    v1.PolicyRulesWithSubjects nonResourceRules:[]v1.NonResourcePolicyRule \
      resourceRules:[]v1.ResourcePolicyRule subjects*:[]flowcontrol.v1.Subject
    v1.PriorityLevelConfigurationCondition lastTransitionTime:time message reason status type*
    v1.PriorityLevelConfigurationReference name*
    v1.PriorityLevelConfigurationSpec exempt:v1.ExemptPriorityLevelConfiguration \
      limited:v1.LimitedPriorityLevelConfiguration type*
    v1.PriorityLevelConfigurationStatus conditions:[]v1.PriorityLevelConfigurationCondition
    v1.QueuingConfiguration handSize:int queueLengthLimit:int queues:int
    v1.ResourceClaimConsumerReference apiGroup name* resource* uid*
    v1.ResourceClaimSpec devices:v1.DeviceClaim
    v1.ResourceClaimStatus allocation:v1.AllocationResult devices:[]v1.AllocatedDeviceStatus \
      reservedFor:[]v1.ResourceClaimConsumerReference
    v1.ResourceClaimTemplateSpec metadata:ObjectMeta spec*:v1.ResourceClaimSpec
    v1.ResourcePolicyRule apiGroups*:[] clusterScope:bool namespaces:[] resources*:[] verbs*:[]
    v1.ResourcePool generation*:int name* resourceSliceCount*:int
    v1.ResourceSliceSpec allNodes:bool devices:[]v1.Device driver* nodeName nodeSelector:NodeSelector \
      partitionTypeAttribute+37 perDeviceNodeSelection:bool pool*:v1.ResourcePool \
      sharedCounters:[]v1.CounterSet skipNodeOperations+37:[]
    v1.SelfSubjectReviewStatus userInfo:UserInfo
    v1.ServiceAccountSubject name* namespace*
    v1.ServiceCIDRSpec cidrs:[]
    v1.ServiceCIDRStatus conditions:[]Condition
    v1.StorageVersionMigrationSpec resource*:GroupResource
    v1.StorageVersionMigrationStatus conditions:[]Condition resourceVersion
    v1.TypeChecking expressionWarnings:[]v1.ExpressionWarning
    v1.TypedLocalObjectReference apiGroup kind* name*
    v1.UserSubject name*
    v1.ValidatingAdmissionPolicyBindingSpec matchResources:v1.MatchResources paramRef:v1.ParamRef \
      policyName* validationActions*:[]
    v1.ValidatingAdmissionPolicySpec auditAnnotations:[]v1.AuditAnnotation failurePolicy \
      matchConditions:[]v1.MatchCondition matchConstraints:v1.MatchResources paramKind:v1.ParamKind \
      validations:[]v1.Validation variables:[]v1.Variable
    v1.ValidatingAdmissionPolicyStatus conditions:[]Condition observedGeneration:int \
      typeChecking:v1.TypeChecking
    v1.Validation expression* message messageExpression reason
    v1.Variable expression* name*
    v1.WorkloadReference name* podGroup* podGroupReplicaKey
    v1/ComponentStatus conditions:[]ComponentCondition metadata:ObjectMeta
    v1/ConfigMap binaryData:map:bytes data:map: immutable:bool metadata:ObjectMeta
    v1/Endpoints metadata:ObjectMeta subsets:[]EndpointSubset
    v1/Event action count:int eventTime:time firstTimestamp:time involvedObject*:ObjectReference \
      lastTimestamp:time message metadata*:ObjectMeta reason related:ObjectReference reportingComponent \
      reportingInstance series:core.v1.EventSeries source:EventSource type
    v1/LimitRange metadata:ObjectMeta spec:LimitRangeSpec
    v1/Namespace metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
    v1/Node metadata:ObjectMeta spec:NodeSpec status:NodeStatus
    v1/PersistentVolume metadata:ObjectMeta spec:PersistentVolumeSpec status:PersistentVolumeStatus
    v1/PersistentVolumeClaim metadata:ObjectMeta spec:PersistentVolumeClaimSpec \
      status:PersistentVolumeClaimStatus
    v1/Pod metadata:ObjectMeta spec:PodSpec status:PodStatus
    v1/PodTemplate metadata:ObjectMeta template:PodTemplateSpec
    v1/ReplicationController metadata:ObjectMeta spec:ReplicationControllerSpec \
      status:ReplicationControllerStatus
    v1/ResourceQuota metadata:ObjectMeta spec:ResourceQuotaSpec status:ResourceQuotaStatus
    v1/Secret data:map:bytes immutable:bool metadata:ObjectMeta stringData:map: type
    v1/Service metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
    v1/ServiceAccount automountServiceAccountToken:bool imagePullSecrets:[]LocalObjectReference \
      metadata:ObjectMeta secrets:[]ObjectReference
    v1alpha1.GangSchedulingPolicy minCount*:int
    v1alpha1.IPAddressSpec parentRef*:v1alpha1.ParentReference
    v1alpha1.LeaseCandidateSpec binaryVersion emulationVersion leaseName* pingTime:time \
      preferredStrategies*:[] renewTime:time
    v1alpha1.ParentReference group name* namespace resource* uid-28
    v1alpha1.PodCertificateRequestSpec maxExpirationSeconds:int nodeName* nodeUID* pkixPublicKey*:bytes \
      podName* podUID* proofOfPossession*:bytes serviceAccountName* serviceAccountUID* signerName*
    v1alpha1.StorageVersionMigrationSpec continueToken resource*:GroupVersionResource
    v1alpha1.StorageVersionMigrationStatus conditions:[]MigrationCondition resourceVersion
    v1alpha1.ValidatingAdmissionPolicyBindingSpec matchResources:v1.MatchResources paramRef:v1.ParamRef \
      policyName validationActions:[]
    v1alpha1.WorkloadSpec controllerRef:v1.TypedLocalObjectReference podGroups*:[]PodGroup
    v1alpha2.AllocationResult availableOnNodes:NodeSelector resourceHandles:[]ResourceHandle shareable:bool
    v1alpha2.LeaseCandidateSpec binaryVersion* emulationVersion leaseName* pingTime:time renewTime:time \
      strategy*
    v1alpha2.PodGroupResourceClaim name* resourceClaimName resourceClaimTemplateName
    v1alpha2.PodGroupResourceClaimStatus name* resourceClaimName
    v1alpha2.PodGroupSchedulingConstraints topology:[]v1alpha2.TopologyConstraint
    v1alpha2.PodGroupSchedulingPolicy basic:map:any gang:v1alpha1.GangSchedulingPolicy
    v1alpha2.PodGroupSpec disruptionMode podGroupTemplateRef:PodGroupTemplateReference priority:int \
      priorityClassName resourceClaims:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha2.PodGroupSchedulingPolicy
    v1alpha2.PodGroupStatus conditions:[]Condition \
      resourceClaimStatuses:[]v1alpha2.PodGroupResourceClaimStatus
    v1alpha2.PodGroupTemplate disruptionMode name* priority:int priorityClassName \
      resourceClaims:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha2.PodGroupSchedulingPolicy
    v1alpha2.PodSchedulingContextSpec potentialNodes:[] selectedNode
    v1alpha2.PodSchedulingContextStatus resourceClaims:[]v1alpha2.ResourceClaimSchedulingStatus
    v1alpha2.ResourceClaimSchedulingStatus name unsuitableNodes:[]
    v1alpha2.ResourceClaimSpec allocationMode parametersRef:ResourceClaimParametersReference \
      resourceClassName*
    v1alpha2.ResourceClaimStatus allocation:v1alpha2.AllocationResult deallocationRequested:bool driverName \
      reservedFor:[]v1.ResourceClaimConsumerReference
    v1alpha2.ResourceClaimTemplateSpec metadata:ObjectMeta spec*:v1alpha2.ResourceClaimSpec
    v1alpha2.TopologyConstraint key*
    v1alpha2.WorkloadSpec controllerRef:v1.TypedLocalObjectReference \
      podGroupTemplates*:[]v1alpha2.PodGroupTemplate
    v1alpha3.AllocatedDeviceStatus conditions:[]Condition data:map:any device* driver* \
      networkData:v1.NetworkDeviceData pool*
    v1alpha3.AllocationResult controller-31 devices:v1alpha3.DeviceAllocationResult \
      nodeSelector:NodeSelector
    v1alpha3.BasicDevice allNodes+33:bool attributes:map:v1alpha3.DeviceAttribute capacity:map:quantity \
      consumesCounters+33:[]v1alpha3.DeviceCounterConsumption nodeName+33 nodeSelector+33:NodeSelector \
      taints+33:[]v1.DeviceTaint
    v1alpha3.CompositeDisruptionMode all:map:any single:map:any
    v1alpha3.CompositeGangSchedulingPolicy minGroupCount*:int
    v1alpha3.CompositePodGroupSchedulingConstraints topology:[]v1alpha2.TopologyConstraint
    v1alpha3.CompositePodGroupSchedulingPolicy basic:map:any gang:v1alpha3.CompositeGangSchedulingPolicy
    v1alpha3.CompositePodGroupTemplate compositePodGroupTemplates:[]v1alpha3.CompositePodGroupTemplate \
      disruptionMode:v1alpha3.CompositeDisruptionMode name* podGroupTemplates:[]v1alpha3.PodGroupTemplate \
      preemptionPolicy priority:int priorityClassName \
      schedulingConstraints:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha3.CompositePodGroupSchedulingPolicy
    v1alpha3.Device basic:v1alpha3.BasicDevice name*
    v1alpha3.DeviceAllocationResult config:[]v1.DeviceAllocationConfiguration \
      results:[]v1alpha3.DeviceRequestAllocationResult
    v1alpha3.DeviceAttribute bool:bool int:int string version
    v1alpha3.DeviceClaim config:[]v1.DeviceClaimConfiguration constraints:[]v1alpha3.DeviceConstraint \
      requests:[]v1alpha3.DeviceRequest
    v1alpha3.DeviceClassSpec config:[]v1.DeviceClassConfiguration selectors:[]v1.DeviceSelector \
      suitableNodes-31:NodeSelector
    v1alpha3.DeviceConstraint matchAttribute requests:[]
    v1alpha3.DeviceCounterConsumption counterSet* counters*:map:v1.Counter
    v1alpha3.DeviceRequest adminAccess:bool allocationMode count:int deviceClassName \
      firstAvailable+33:[]v1alpha3.DeviceSubRequest name* selectors:[]v1.DeviceSelector \
      tolerations+33:[]v1.DeviceToleration
    v1alpha3.DeviceRequestAllocationResult adminAccess+32:bool device* driver* pool* request* \
      tolerations+33:[]v1.DeviceToleration
    v1alpha3.DeviceSubRequest allocationMode count:int deviceClassName* name* selectors:[]v1.DeviceSelector \
      tolerations:[]v1.DeviceToleration
    v1alpha3.DeviceTaintRuleSpec deviceSelector:v1alpha3.DeviceTaintSelector taint*:v1.DeviceTaint
    v1alpha3.DeviceTaintSelector device deviceClassName-34 driver pool selectors-34:[]v1.DeviceSelector
    v1alpha3.DisruptionMode all:map:any single:map:any
    v1alpha3.PodGroupSpec disruptionMode:v1alpha3.DisruptionMode parentCompositePodGroupName \
      preemptionPolicy priority:int priorityClassName resourceClaims:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha2.PodGroupSchedulingPolicy workloadRef:v1alpha3.WorkloadReference
    v1alpha3.PodGroupTemplate disruptionMode:v1alpha3.DisruptionMode name* preemptionPolicy priority:int \
      priorityClassName resourceClaims:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha2.PodGroupSchedulingPolicy
    v1alpha3.PodSchedulingContextStatus resourceClaims:[]v1alpha3.ResourceClaimSchedulingStatus
    v1alpha3.ResourceClaimSchedulingStatus name* unsuitableNodes:[]
    v1alpha3.ResourceClaimSpec controller-31 devices:v1alpha3.DeviceClaim
    v1alpha3.ResourceClaimStatus allocation:v1alpha3.AllocationResult deallocationRequested-31:bool \
      devices+32:[]v1alpha3.AllocatedDeviceStatus reservedFor:[]v1.ResourceClaimConsumerReference
    v1alpha3.ResourceClaimTemplateSpec metadata:ObjectMeta spec*:v1alpha3.ResourceClaimSpec
    v1alpha3.ResourceSliceSpec allNodes:bool devices:[]v1alpha3.Device driver* nodeName \
      nodeSelector:NodeSelector perDeviceNodeSelection+33:bool pool*:v1.ResourcePool \
      sharedCounters+33:[]v1.CounterSet
    v1alpha3.WorkloadReference templateName* workloadName*
    v1alpha3.WorkloadSpec compositePodGroupTemplates:[]v1alpha3.CompositePodGroupTemplate \
      controllerRef:v1.TypedLocalObjectReference podGroupTemplates:[]v1alpha3.PodGroupTemplate
    v1beta1.AllocatedDeviceStatus conditions:[]Condition data:map:any device* driver* \
      networkData:v1.NetworkDeviceData pool* shareID+34
    v1beta1.AllocationResult allocationTimestamp+34:time devices:v1beta1.DeviceAllocationResult \
      nodeSelector:NodeSelector
    v1beta1.BasicDevice allNodes+33:bool allowMultipleAllocations+34:bool attributes:map:v1.DeviceAttribute \
      bindingConditions+34:[] bindingFailureConditions+34:[] bindsToNode+34:bool \
      capacity:map:v1beta1.DeviceCapacity consumesCounters+33:[]v1.DeviceCounterConsumption \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName+33 nodeSelector+33:NodeSelector \
      taints+33:[]v1.DeviceTaint
    v1beta1.CompositePodGroupTemplate compositePodGroupTemplates:[]v1beta1.CompositePodGroupTemplate \
      disruptionMode:v1alpha3.CompositeDisruptionMode name* podGroupTemplates:[]v1alpha3.PodGroupTemplate \
      preemptionPolicy priority:int priorityClassName \
      schedulingConstraints:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy*:v1alpha3.CompositePodGroupSchedulingPolicy
    v1beta1.Device basic:v1beta1.BasicDevice name*
    v1beta1.DeviceAllocationResult config:[]v1.DeviceAllocationConfiguration \
      results:[]v1beta1.DeviceRequestAllocationResult
    v1beta1.DeviceCapacity requestPolicy+34:v1.CapacityRequestPolicy value*:quantity
    v1beta1.DeviceClaim config:[]v1.DeviceClaimConfiguration constraints:[]v1beta1.DeviceConstraint \
      requests:[]v1beta1.DeviceRequest
    v1beta1.DeviceClassSpec config:[]v1.DeviceClassConfiguration extendedResourceName+34 \
      selectors:[]v1.DeviceSelector
    v1beta1.DeviceConstraint distinctAttribute+34 matchAttribute requests:[]
    v1beta1.DeviceRequest adminAccess:bool allocationMode capacity+34:v1.CapacityRequirements count:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName \
      firstAvailable+33:[]v1beta1.DeviceSubRequest name* selectors:[]v1.DeviceSelector \
      tolerations+33:[]v1.DeviceToleration
    v1beta1.DeviceRequestAllocationResult adminAccess:bool bindingConditions+34:[] \
      bindingFailureConditions+34:[] consumedCapacity+34:map:quantity device* driver* pool* request* \
      shareID+34 skipNodeOperations+37:[] tolerations+33:[]v1.DeviceToleration
    v1beta1.DeviceSubRequest allocationMode capacity+34:v1.CapacityRequirements count:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName* name* selectors:[]v1.DeviceSelector \
      tolerations:[]v1.DeviceToleration
    v1beta1.PodCertificateRequestSpec maxExpirationSeconds:int nodeName* nodeUID* pkixPublicKey:bytes \
      podName* podUID* proofOfPossession:bytes serviceAccountName* serviceAccountUID* signerName* \
      stubPKCS10Request*+36:bytes unverifiedUserAnnotations:map:
    v1beta1.ResourceClaimSpec devices:v1beta1.DeviceClaim
    v1beta1.ResourceClaimStatus allocation:v1beta1.AllocationResult devices:[]v1beta1.AllocatedDeviceStatus \
      reservedFor:[]v1.ResourceClaimConsumerReference
    v1beta1.ResourceClaimTemplateSpec metadata:ObjectMeta spec*:v1beta1.ResourceClaimSpec
    v1beta1.ResourceSliceSpec allNodes:bool devices:[]v1beta1.Device driver* nodeName \
      nodeSelector:NodeSelector partitionTypeAttribute+37 perDeviceNodeSelection+33:bool \
      pool*:v1.ResourcePool sharedCounters+33:[]v1.CounterSet skipNodeOperations+37:[]
    v1beta1.WorkloadSpec compositePodGroupTemplates:[]v1beta1.CompositePodGroupTemplate \
      controllerRef:v1.TypedLocalObjectReference podGroupTemplates:[]v1alpha3.PodGroupTemplate
    v1beta2.AllocationResult allocationTimestamp+34:time devices:v1beta2.DeviceAllocationResult \
      nodeSelector:NodeSelector
    v1beta2.Device allNodes:bool allowMultipleAllocations+34:bool attributes:map:v1.DeviceAttribute \
      bindingConditions+34:[] bindingFailureConditions+34:[] bindsToNode+34:bool \
      capacity:map:v1beta1.DeviceCapacity consumesCounters:[]v1.DeviceCounterConsumption name* \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName nodeSelector:NodeSelector \
      taints:[]v1.DeviceTaint
    v1beta2.DeviceAllocationResult config:[]v1.DeviceAllocationConfiguration \
      results:[]v1beta2.DeviceRequestAllocationResult
    v1beta2.DeviceClaim config:[]v1.DeviceClaimConfiguration constraints:[]v1beta1.DeviceConstraint \
      requests:[]v1beta2.DeviceRequest
    v1beta2.DeviceRequest exactly:v1beta2.ExactDeviceRequest firstAvailable:[]v1beta1.DeviceSubRequest name*
    v1beta2.DeviceRequestAllocationResult adminAccess:bool bindingConditions+34:[] \
      bindingFailureConditions+34:[] consumedCapacity+34:map:quantity device* driver* pool* request* \
      shareID+34 skipNodeOperations+37:[] tolerations:[]v1.DeviceToleration
    v1beta2.ExactDeviceRequest adminAccess:bool allocationMode capacity+34:v1.CapacityRequirements count:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName* selectors:[]v1.DeviceSelector \
      tolerations:[]v1.DeviceToleration
    v1beta2.FlowSchemaCondition lastTransitionTime:time message reason status type
    v1beta2.FlowSchemaStatus conditions:[]v1beta2.FlowSchemaCondition
    v1beta2.LimitedPriorityLevelConfiguration assuredConcurrencyShares:int borrowingLimitPercent:int \
      lendablePercent:int limitResponse:v1.LimitResponse
    v1beta2.PriorityLevelConfigurationCondition lastTransitionTime:time message reason status type
    v1beta2.PriorityLevelConfigurationSpec exempt:v1.ExemptPriorityLevelConfiguration \
      limited:v1beta2.LimitedPriorityLevelConfiguration type*
    v1beta2.PriorityLevelConfigurationStatus conditions:[]v1beta2.PriorityLevelConfigurationCondition
    v1beta2.ResourceClaimSpec devices:v1beta2.DeviceClaim
    v1beta2.ResourceClaimStatus allocation:v1beta2.AllocationResult devices:[]v1beta1.AllocatedDeviceStatus \
      reservedFor:[]v1.ResourceClaimConsumerReference
    v1beta2.ResourceClaimTemplateSpec metadata:ObjectMeta spec*:v1beta2.ResourceClaimSpec
    v1beta2.ResourceSliceSpec allNodes:bool devices:[]v1beta2.Device driver* nodeName \
      nodeSelector:NodeSelector partitionTypeAttribute+37 perDeviceNodeSelection:bool pool*:v1.ResourcePool \
      sharedCounters:[]v1.CounterSet skipNodeOperations+37:[]
    v1beta3.LimitedPriorityLevelConfiguration borrowingLimitPercent:int lendablePercent:int \
      limitResponse:v1.LimitResponse nominalConcurrencyShares:int
    v1beta3.PriorityLevelConfigurationSpec exempt:v1.ExemptPriorityLevelConfiguration \
      limited:v1beta3.LimitedPriorityLevelConfiguration type*
    v2.HorizontalPodAutoscalerSpec behavior:HorizontalPodAutoscalerBehavior maxReplicas*:int \
      metrics:[]MetricSpec minReplicas:int scaleTargetRef*:v1.CrossVersionObjectReference
    v2.HorizontalPodAutoscalerStatus conditions:[]HorizontalPodAutoscalerCondition \
      currentMetrics:[]MetricStatus currentReplicas:int desiredReplicas*:int lastScaleTime:time \
      observedGeneration:int
    """
}
