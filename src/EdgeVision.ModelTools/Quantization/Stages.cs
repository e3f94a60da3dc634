namespace EdgeVision.ModelTools.Quantization;

/// <summary>Tells progress stage by stage.</summary>
internal sealed class Stages(IProgress<QuantizationProgress>? progress) : IProgress<int>
{
    private string _stage = "";
    private int _total;

    /// <returns>To be told how many steps of the stage are done.</returns>
    public IProgress<int> Begin(string stage, int total)
    {
        (_stage, _total) = (stage, total);
        Step(0);
        return this;
    }

    public void Step(int done) => progress?.Report(new QuantizationProgress(_stage, done, _total));

    public void Report(int value) => Step(value);
}
