{{/* Values that nothing reads, one path a line: they are told, not refused, for a release may carry those of another chart. */}}
{{- define "fluxj.unknown" -}}
{{- $top := list "installCRDs" "crds" "multitenancy" "profile" "clusterDomain" "cli" "policies" "rbac" "logLevel" "watchAllNamespaces" "imagePullSecrets" "extraObjects" "prometheus" "distro" "workloadIdentity" "fluxImages" "resourceQuota" "podDisruptionBudgets" "peerSecurity" "global" }}
{{- $each := list "create" "image" "tag" "resources" "priorityClassName" "annotations" "labels" "container" "extraEnv" "serviceAccount" "imagePullPolicy" "nodeSelector" "affinity" "tolerations" "replicas" "initContainers" "securityContext" "podSecurityContext" "volumes" "volumeMounts" }}
{{- $more := dict "kustomizeController" (list "secret" "envFrom" "extraSecretMounts") "notificationController" (list "service" "webhookReceiver") "sourceController" (list "service" "persistence") "sourceWatcher" (list "service") }}
{{- $keys := list }}
{{- range include "fluxj.controllers" . | fromYamlArray }}
{{- $controller := .key }}
{{- $keys = append $keys $controller }}
{{- $known := concat $each (index $more $controller | default list) }}
{{- range $key, $value := index $.Values $controller }}
{{- if not (has $key $known) }}
{{ $controller }}.{{ $key }}
{{- end }}
{{- end }}
{{- end }}
{{- range $key, $value := .Values }}
{{- if not (or (has $key $top) (has $key $keys)) }}
{{ $key }}
{{- end }}
{{- end }}
{{- end }}
