namespace EdgeVision.Service.Benching;

/// <summary>Where a measurement stands at the end of a frame.</summary>
/// <param name="Frames">Done so far.</param>
/// <param name="Time">Timestamp of the system's clock.</param>
/// <param name="Cpu">Processor time of this process so far, user and system (getrusage).</param>
internal readonly record struct BenchMark(long Frames, long Time, TimeSpan Cpu)
{
    public static BenchMark Now(long frames) => new(frames, TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>Frames per second since then.</summary>
    public double FpsSince(BenchMark start) => (Frames - start.Frames) / TimeProvider.System.GetElapsedTime(start.Time, Time).TotalSeconds;

    /// <summary>Processor time per frame since then, in ms.</summary>
    public double CpuMsSince(BenchMark start) => (Cpu - start.Cpu).TotalMilliseconds / Math.Max(1, Frames - start.Frames);
}
