package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** The conversion webhook of a CRD. */
final class ConversionWebhook {

    private ConversionWebhook() {}

    /** A CRD whose webhook has a CA bundle that is none comes without it: who injects the real one must not be overwritten. */
    static ObjectNode withoutBrokenBundle(ObjectNode manifest) {
        if (!manifest.path("kind").asText().equals("CustomResourceDefinition")) {
            return manifest;
        }
        String path = "/spec/conversion/webhook/clientConfig";
        if (manifest.at(path + "/caBundle").isMissingNode()
                || isCertificate(manifest.at(path + "/caBundle").asText(""))) {
            return manifest;
        }
        ObjectNode copy = manifest.deepCopy();
        if (copy.at(path) instanceof ObjectNode config) {
            config.remove("caBundle");
        }
        return copy;
    }

    private static boolean isCertificate(String bundle) {
        try {
            byte[] pem = Base64.getMimeDecoder().decode(bundle);
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .isEmpty();
        } catch (CertificateException | IllegalArgumentException e) {
            return false;
        }
    }
}
