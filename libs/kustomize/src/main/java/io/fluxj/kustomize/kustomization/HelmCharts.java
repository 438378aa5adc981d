package io.fluxj.kustomize.kustomization;

/** Checks the fields of Helm charts, which no build here inflates. */
final class HelmCharts {

    private HelmCharts() {}

    static String skip(Fields fields) {
        for (String text : new String[] {
            "name", "version", "repo", "releaseName", "namespace", "valuesFile", "valuesMerge", "nameTemplate"
        }) {
            fields.text(text);
        }
        for (String list : new String[] {"additionalValuesFiles", "apiVersions"}) {
            fields.texts(list);
        }
        for (String flag : new String[] {"includeCRDs", "skipHooks", "skipTests", "debug"}) {
            fields.flag(flag);
        }
        fields.text("kubeVersion");
        fields.has("devel");
        fields.has("valuesInline");
        return fields.text("name");
    }

    static String skipOld(Fields fields) {
        for (String text : new String[] {
            "chartName",
            "chartVersion",
            "chartRepoUrl",
            "chartHome",
            "chartRepoName",
            "helmBin",
            "helmHome",
            "values",
            "releaseNamespace",
            "releaseName",
            "valuesMerge",
            "extraArgs",
            "valuesLocal"
        }) {
            fields.has(text);
        }
        return "";
    }
}
