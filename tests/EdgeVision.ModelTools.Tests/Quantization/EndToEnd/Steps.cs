using EdgeVision.ModelTools.Quantization;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>Keeps what progress was told.</summary>
internal sealed class Steps : IProgress<QuantizationProgress>
{
    private readonly List<QuantizationProgress> _told = [];

    public void Report(QuantizationProgress value) => _told.Add(value);

    /// <summary>Every stage begins at nothing, never goes back, and does not go beyond its total.</summary>
    public void Hold()
    {
        Assert.Equal(["preparing", "calibrating", "searching"], _told.Select(static one => one.Stage).Distinct().Take(3));
        Assert.All(_told, static one => Assert.InRange(one.Done, 0, one.Total));
        Assert.All(_told.Zip(_told.Skip(1)), static pair => Assert.True(pair.Second.Done == 0 || pair.Second.Done >= pair.First.Done, $"{pair}"));
    }
}
