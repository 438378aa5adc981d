package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Yaml;
import org.junit.jupiter.api.Test;

class ConversionWebhookTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: d}
            spec: {conversion: {webhook: {clientConfig: {caBundle: %s, url: u}}}}
            """;

    @Test
    void dropsABundleThatIsNone() {
        for (String bundle : new String[] {"Cg==", "''", "'%%%'", "bm90IGEgY2VydGlmaWNhdGU="}) {
            ObjectNode result = ConversionWebhook.withoutBrokenBundle(Yaml.object(DEFINITION.formatted(bundle)));

            assertThat(result.at("/spec/conversion/webhook/clientConfig")).isEqualTo(Yaml.tree("{url: u}"));
        }
    }

    @Test
    void keepsACertificate() {
        ObjectNode definition = Yaml.object(DEFINITION.formatted(CERTIFICATE));

        assertThat(ConversionWebhook.withoutBrokenBundle(definition)).isEqualTo(definition);
    }

    @Test
    void looksAtDefinitionsOnly() {
        ObjectNode other = Yaml.object(DEFINITION.formatted("Cg==").replace("CustomResourceDefinition", "Widget"));

        assertThat(ConversionWebhook.withoutBrokenBundle(other)).isEqualTo(other);
    }

    private static final String CERTIFICATE =
            "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJkakNDQVJ1Z0F3SUJBZ0lVYVdQQkM4bUVTcWNBODIxMUhCWk"
                    + "NGMVg4cHhBd0NnWUlLb1pJemowRUF3SXcKRHpFTk1Bc0dBMVVFQXd3RWRHVnpkREFnRncweU5qRXhNakV3TXpFeU1U"
                    + "WmFHQTh5TVRJMk1UQXlPREF6TVRJeApObG93RHpFTk1Bc0dBMVVFQXd3RWRHVnpkREJaTUJNR0J5cUdTTTQ5QWdFR0"
                    + "NDcUdTTTQ5QXdFSEEwSUFCTXNYCmNiQ1FjazdQYjE0TmdSWnBuUTFFL3VxdTVLT2xUMThLTFJMMDBpYVY3dGxyTXhq"
                    + "ckt2eUdkYWpPNGxNdEk5UWkKUExBRHhyMjdYdkI3TTZMSkl6T2pVekJSTUIwR0ExVWREZ1FXQkJUNDdnaWdPaXlvYT"
                    + "cyRURrTzIxT0s2TDBiUApQREFmQmdOVkhTTUVHREFXZ0JUNDdnaWdPaXlvYTcyRURrTzIxT0s2TDBiUFBEQVBCZ05W"
                    + "SFJNQkFmOEVCVEFECkFRSC9NQW9HQ0NxR1NNNDlCQU1DQTBrQU1FWUNJUUQwZXlSZkE3Y0FqSG12Tmlubkg1d09FS2"
                    + "9UN1Z3VDdFeTgKRmRzbnBaREFTd0loQUkvV1k4OGpiWlpIdHo5Wk9ERGtmS3Nva1hkSlVoVXRGL25NVmI1WDlkaEUK"
                    + "LS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=";
}
