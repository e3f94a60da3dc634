namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Calls back on the same thread for each picture, unlike Progress.</summary>
internal sealed class PictureCounter(Action count) : IProgress<int>
{
    public void Report(int value) => count();
}
