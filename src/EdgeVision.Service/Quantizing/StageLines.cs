using EdgeVision.ModelTools.Quantization;

namespace EdgeVision.Service.Quantizing;

/// <summary>One line when a stage begins, for logs.</summary>
public sealed class StageLines(TextWriter output) : IProgress<QuantizationProgress>
{
    private readonly Lock _gate = new();
    private string _stage = "";

    public void Report(QuantizationProgress value)
    {
        lock (_gate)
        {
            if (value.Stage != _stage)
            {
                _stage = value.Stage;
                output.WriteLine($"edgevision: {value.Stage}");
            }
        }
    }
}
