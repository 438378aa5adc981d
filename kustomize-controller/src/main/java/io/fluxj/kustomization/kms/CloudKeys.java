package io.fluxj.kustomization.kms;

import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.AwsKeys;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.ServiceAccountKey;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes key services of the clouds: as whom a decryption Secret says, otherwise as the service account of the object, otherwise as the controller. No
 * cloud is asked anything before a file has a key that it keeps. Source: behaviour §2.3.
 *
 * @param accounts service accounts that objects name
 * @param defaultAccount of objects that name none; empty for the controller itself
 * @param environment of the controller
 * @param caller asks the clouds
 * @param vaults lets service accounts into Vault; empty where no server is listed
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // none is a case of its own
public record CloudKeys(
        ServiceAccounts accounts,
        String defaultAccount,
        CloudEnvironment environment,
        Caller caller,
        Optional<VaultLogins> vaults) {
    static final String AWS = "sops.aws-kms";
    static final String AZURE = "sops.azure-kv";
    static final String GCP = "sops.gcp-kms";
    private static final String GCP_SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    /** Who asks, looked up only when something is asked. */
    @FunctionalInterface
    private interface Who {
        Principal get() throws IdentityException;
    }

    /**
     * The services of an object.
     *
     * @param account that the object names; empty for none
     */
    public List<KeyService> of(String namespace, String account) {
        String name = account.isEmpty() ? defaultAccount : account;
        Who who = () -> name.isEmpty() ? new Principal.Controller() : accounts.require(namespace, name);
        AwsIdentity aws = new AwsIdentity(environment);
        AzureIdentity azure = new AzureIdentity(environment);
        GcpIdentity gcp = new GcpIdentity(environment);
        List<KeyService> services = new ArrayList<>(List.of(
                new AwsKmsService(aws, region -> aws.keys(who.get(), region, caller), caller),
                new AzureKeyVaultService(scope -> azure.token(who.get(), scope, caller), caller),
                new GcpKmsService(() -> gcp.token(who.get(), caller), caller)));
        vaults.ifPresent(vault -> services.add(vault.service(who::get)));
        return services;
    }

    /**
     * The service of a field of a decryption Secret.
     *
     * @return nothing when the field is about no cloud
     */
    public Optional<KeyService> ofSecret(String field, String value) throws KeyException {
        return switch (field) {
            case AWS -> Optional.of(aws(CredentialFile.parse(value)));
            case AZURE -> Optional.of(azure(CredentialFile.parse(value)));
            case GCP -> Optional.of(gcp(value));
            default -> Optional.empty();
        };
    }

    private KeyService aws(CredentialFile file) throws KeyException {
        AwsKeys keys = new AwsKeys(
                file.require("aws_access_key_id"),
                file.require("aws_secret_access_key"),
                file.field("aws_session_token").orElse(""),
                Instant.MAX);
        return new AwsKmsService(new AwsIdentity(environment), region -> keys, caller);
    }

    private KeyService azure(CredentialFile file) throws KeyException {
        AzureIdentity azure = new AzureIdentity(environment.with(
                "AZURE_AUTHORITY_HOST", file.field("authorityHost").orElse("")));
        String client = file.require("clientId", "appId");
        Optional<String> tenant = file.field("tenantId", "tenant");
        Optional<String> secret = file.field("clientSecret", "password");
        if (file.field("clientCertificate").isPresent() && secret.isEmpty()) {
            throw new KeyException("certificates in place of a secret cannot be used; set 'clientSecret'");
        }
        if (tenant.isEmpty() || secret.isEmpty()) {
            return new AzureKeyVaultService(scope -> azure.ofMachine(Optional.of(client), scope), caller);
        }
        Map<String, String> proof = Map.of("client_id", client, "client_secret", secret.get());
        return new AzureKeyVaultService(scope -> azure.asked(tenant.get(), proof, scope, caller), caller);
    }

    private KeyService gcp(String value) throws KeyException {
        try {
            ServiceAccountKey key = ServiceAccountKey.parse(value);
            return new GcpKmsService(() -> token(key), caller);
        } catch (IdentityException malformed) {
            throw new KeyException(malformed.message());
        }
    }

    private AccessToken token(ServiceAccountKey key) throws IdentityException {
        return key.token(GCP_SCOPE, caller, environment.clock());
    }
}
