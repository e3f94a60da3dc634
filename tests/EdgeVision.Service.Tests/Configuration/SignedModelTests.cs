using System.Security.Cryptography;
using System.Text;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>What a device file that requires signed models takes and refuses, with real manifests.</summary>
public sealed class SignedModelTests : IDisposable
{
    private const string Manifest = """
        name: tiny
        file: tiny.onnx
        sha256: 84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882
        size: 10
        licence: MIT
        precision: fp32
        input: {name: images, size: 64x64, color: bgr, resize: letterbox}
        decoder: {layout: anchor_free_grid, output: output}
        labels: labels.txt

        """;

    private readonly SecretFolder _folder = new();

    public SignedModelTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tiny"));
        _folder.Write("tiny/model.yaml", Manifest);
        _folder.Write("tiny/labels.txt", "person\n");
        _folder.Write("tiny/tiny.onnx", "0123456789");
        MakeKey("ours");
        MakeKey("theirs");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SignedByATrustedKeyIsTaken()
    {
        Sign("ours");
        var result = Load("trusted_keys: [theirs.pub.pem, ours.pub.pem]");
        Assert.True(result.IsValid, result.Errors.ToString());
        Assert.Equal([Path.Combine(_folder.Path, "theirs.pub.pem"), Path.Combine(_folder.Path, "ours.pub.pem")], result.Plan.ModelSigners);
    }

    [Fact]
    public void NothingIsAskedWhereSignaturesAreNotRequired()
    {
        var result = Load("trusted_keys: [ours.pub.pem]", required: false);
        Assert.True(result.IsValid, result.Errors.ToString());
        Assert.Null(result.Plan.ModelSigners);
    }

    [Fact]
    public void UnsignedIsRefusedAtItsLine()
        => Refused("d.yaml:2:19: models.default: 'tiny' is unsigned, there is no", "edgevision models sign tiny");

    [Fact]
    public void AnotherKeyIsRefused()
    {
        Sign("theirs");
        Refused("d.yaml:2:19: models.default: 'tiny' is signed by key", "which is not trusted");
    }

    [Fact]
    public void AChangedManifestIsRefused()
    {
        Sign("ours");
        File.AppendAllText(Path.Combine(_folder.Path, "tiny/model.yaml"), "score: 0.01\n");
        Refused("d.yaml:2:19: models.default: 'tiny' is not signed as it is", "was changed after signing");
    }

    [Fact]
    public void ChangedLabelsAreRefused()
    {
        Sign("ours");
        _folder.Write("tiny/labels.txt", "horse\n");
        Refused("d.yaml:2:19: models.default: 'tiny' cannot be used", "labels_sha256 says");
    }

    [Theory]
    [InlineData("trusted_keys: []", "d.yaml:1:35: security.require_signed_models: needs a key to trust")]
    [InlineData("trusted_keys: [none.pem]", "d.yaml:1:56: security.trusted_keys[0]: 'none.pem' is not there")]
    [InlineData("trusted_keys: [ours.pem]", "d.yaml:1:56: security.trusted_keys[0]: ")]
    public void AKeyThatIsNoneIsTold(string keys, string expected)
        => Assert.Contains(expected, Load(keys).Errors.ToString(), StringComparison.Ordinal);

    private void Refused(string place, string reason)
    {
        var errors = Load("trusted_keys: [ours.pub.pem]").Errors.ToString();
        Assert.Contains(place, errors, StringComparison.Ordinal);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    private ConfigResult Load(string keys, bool required = true)
    {
        var yaml = $$"""
            security: {require_signed_models: {{(required ? "true" : "false")}}, {{keys}}}
            models: {default: tiny}
            device: {id: pi}
            cameras: [{id: gate, source: synthetic:street}]
            """;
        var models = new StoredModels(new ModelStore(new ModelFolders([_folder.Path], [], "/nowhere")));
        return new DeviceConfigLoader(models).Read("d.yaml", Encoding.UTF8.GetBytes(yaml), _folder.Path, new Dictionary<string, string>());
    }

    private void MakeKey(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write($"{name}.pem", key.ExportPkcs8PrivateKeyPem());
        _folder.Write($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem());
    }

    private void Sign(string name)
    {
        using var key = SigningKey.ReadPrivate(Path.Combine(_folder.Path, $"{name}.pem"));
        ManifestSigner.Sign(Path.Combine(_folder.Path, "tiny/model.yaml"), key);
    }
}
