using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Raw figures of one operating point.</summary>
/// <param name="Point">What ran.</param>
/// <param name="Family">What it ran on.</param>
/// <param name="LoadSeconds">From the model's bytes to the end of the first run.</param>
/// <param name="PeakRssBytes">Greatest resident memory of process and workers.</param>
/// <param name="AddedRssBytes">What it added to that, at least 0.</param>
/// <param name="Rates">Paced rates, slowest first; back to back last.</param>
public sealed record PointSamples(
    OperatingPoint Point, AcceleratorFamily Family, double LoadSeconds, long PeakRssBytes, long AddedRssBytes, IReadOnlyList<RateSamples> Rates);
