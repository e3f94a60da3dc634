namespace EdgeVision.ModelTools.Tests.Quantization.Measuring;

/// <summary>Each measured span takes as long as the script says.</summary>
internal sealed class ScriptedClock(Func<int, double> milliseconds, Action? begun = null) : TimeProvider
{
    private long _now;
    private int _calls;

    public override long TimestampFrequency => 1_000_000_000;

    public int Spans => _calls / 2;

    public override long GetTimestamp()
    {
        if (_calls % 2 == 0)
        {
            begun?.Invoke();
        }
        else
        {
            _now += (long)(milliseconds(_calls / 2) * 1e6);
        }

        _calls++;
        return _now;
    }
}
