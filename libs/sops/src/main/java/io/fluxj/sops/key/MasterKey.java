package io.fluxj.sops.key;

import java.util.Map;

/** A key that locks the key of the data, or a share of it. */
public sealed interface MasterKey {
    /** As messages name it. */
    String name();

    /** What it locked, in the encoding of its kind. */
    String encrypted();

    /** An age recipient; what it locked is an age file in armour. */
    record Age(String recipient, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return recipient;
        }
    }

    /** An OpenPGP key; what it locked is a message in armour. */
    record Pgp(String fingerprint, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return fingerprint;
        }
    }

    /**
     * A key of AWS KMS; what it locked is base64.
     *
     * @param role to assume before; may be empty
     * @param context that is authenticated with it
     */
    record AwsKms(String arn, String role, Map<String, String> context, String encrypted) implements MasterKey {
        public AwsKms {
            context = Map.copyOf(context);
        }

        @Override
        public String name() {
            return role.isEmpty() ? arn : arn + "+" + role;
        }
    }

    /** A key of Google Cloud KMS; what it locked is base64. */
    record GcpKms(String resourceId, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return resourceId;
        }
    }

    /** A key of Azure Key Vault; what it locked is base64 for URLs without padding. */
    record AzureKeyVault(String vaultUrl, String keyName, String version, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return vaultUrl + "/keys/" + keyName + "/" + version;
        }
    }

    /** A key of the transit engine of HashiCorp Vault or OpenBao; what it locked is text of its own. */
    record Vault(String address, String enginePath, String keyName, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return address + "/v1/" + enginePath + "/keys/" + keyName;
        }
    }

    /** A key of Huawei Cloud KMS, {@code region:uuid}. */
    record HuaweiKms(String keyId, String encrypted) implements MasterKey {
        @Override
        public String name() {
            return keyId;
        }
    }
}
