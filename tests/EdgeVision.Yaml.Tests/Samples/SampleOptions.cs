using System.ComponentModel.DataAnnotations;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Tests.Samples;

/// <summary>One of each kind of option.</summary>
public sealed record SampleOptions
{
    /// <summary>Name on the network, as in <see cref="SamplePart"/>.</summary>
    [RegularExpression("[a-z0-9-]{1,16}", ErrorMessage = "use 1 to 16 small letters, digits and '-'")]
    public required string Id { get; init; }

    public bool Enabled { get; init; } = true;

    [Range(1, 65535)]
    public int Port { get; init; } = 1883;

    public long Seed { get; init; }

    [Range(0.0, 1.0)]
    public double Score { get; init; } = 0.4;

    /// <summary>How long to wait.</summary>
    [Range(typeof(TimeSpan), "100ms", "1h")]
    public TimeSpan Wait { get; init; } = TimeSpan.FromMilliseconds(500);

    public ByteSize Most { get; init; } = ByteSize.FromMiB(64);

    public Percentage Reserve { get; init; } = new(0.1);

    public SampleMode Mode { get; init; }

    public NormalizedPoint? Corner { get; init; }

    [MaxLength(3)]
    public IReadOnlyList<string> Objects { get; init; } = [];

    public SamplePart Part { get; init; } = new();

    public IReadOnlyDictionary<string, SampleShort> Models { get; init; } = new Dictionary<string, SampleShort>();

    public IReadOnlyList<SampleShort> Devices { get; init; } = [];

    public SampleShape? Shape { get; init; }
}
