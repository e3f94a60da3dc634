using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Imaging.Tests.Tensors;

public class PixelValueTests
{
    // Two weights in 1/256 are each off by at most 1/512 of a step of up to 255; luma gain and chroma add up to more
    // in one channel, and limited range stretches both. Noise has the largest steps there are.
    private const double WeightError = 2.6;

    [Fact]
    public void PlainWriterAgreesWithDoublePrecision() => Prop
        .ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var one = TensorCase.From(seed);
            return one.Distance(one.Write(scalar: true), NaiveTensor.Of(one.Picture, one.Transform, one.Format)) < WeightError;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void FastWriterAgreesWithPlainOne() => Prop
        .ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var one = TensorCase.From(seed);
            var tolerance = one.Format.Element == EdgeVision.Imaging.Tensors.TensorElement.UInt8 ? 1 : 0.01;
            return one.Distance(one.Write(), one.Write(scalar: true)) <= tolerance;
        })
        .QuickCheckThrowOnFailure();
}
