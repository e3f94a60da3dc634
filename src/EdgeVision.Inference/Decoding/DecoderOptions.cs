using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary>The layout of a model's outputs, as a manifest's <c>decoder:</c> writes it.</summary>
public abstract record DecoderOptions
{
    /// <summary>Makes the decoder for a model of this input size and number of classes.</summary>
    /// <exception cref="ArgumentException">The options contradict each other or the input size.</exception>
    public abstract IDecoder Create(PictureSize input, int classes);
}
