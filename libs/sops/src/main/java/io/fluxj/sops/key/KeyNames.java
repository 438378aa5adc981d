package io.fluxj.sops.key;

import java.util.regex.Pattern;

/** Why a key that no service serves cannot be used: its name is wrong, or nobody can be asked. */
final class KeyNames {
    private static final Pattern ARN = Pattern.compile("arn:aws[\\w-]*:kms:[^:]+:[0-9]+:(key|alias)/.+");
    private static final Pattern GCP =
            Pattern.compile("projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+");

    private KeyNames() {}

    static String problem(MasterKey key) {
        return switch (key) {
            case MasterKey.Age age -> unserved("age identity");
            case MasterKey.Pgp pgp -> unserved("OpenPGP key");
            case MasterKey.AwsKms aws ->
                isValid(aws) ? unserved("AWS KMS") : "no valid ARN found in '" + aws.arn() + "'";
            case MasterKey.GcpKms gcp ->
                isValid(gcp)
                        ? unserved("GCP KMS")
                        : "cannot create GCP KMS service: no valid resource ID found in \"" + gcp.resourceId() + "\"";
            case MasterKey.AzureKeyVault azure -> unserved("Azure Key Vault");
            case MasterKey.Vault vault -> unserved("Vault or OpenBao");
            case MasterKey.HuaweiKms huawei -> unserved("Huawei Cloud KMS");
        };
    }

    static boolean isValid(MasterKey.AwsKms key) {
        return ARN.matcher(key.arn()).matches();
    }

    static boolean isValid(MasterKey.GcpKms key) {
        return GCP.matcher(key.resourceId()).matches();
    }

    private static String unserved(String kind) {
        return "no access to " + kind + " was given";
    }
}
