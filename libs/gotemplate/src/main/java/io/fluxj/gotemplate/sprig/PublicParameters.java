package io.fluxj.gotemplate.sprig;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** The public half of a private key. */
final class PublicParameters {
    private PublicParameters() {}

    static AsymmetricKeyParameter of(AsymmetricKeyParameter secret) {
        return switch (secret) {
            case ECPrivateKeyParameters ec ->
                new ECPublicKeyParameters(
                        ec.getParameters().getG().multiply(ec.getD()).normalize(), ec.getParameters());
            case DSAPrivateKeyParameters dsa ->
                new DSAPublicKeyParameters(
                        dsa.getParameters()
                                .getG()
                                .modPow(dsa.getX(), dsa.getParameters().getP()),
                        dsa.getParameters());
            default -> throw new IllegalArgumentException("unsupported key");
        };
    }
}
