using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// The way from one frame format through one transform into a tensor of one size, worked out once. Preparing it again
/// for another transform reuses its memory.
/// </summary>
internal sealed class ResizePlan(PictureSize input)
{
    internal FrameFormat Source { get; private set; }

    internal ImageTransform Transform { get; private set; }

    internal AxisPlan Columns { get; } = new(input.Width);

    internal AxisPlan Rows { get; } = new(input.Height);

    /// <summary>Of the half-size chroma planes; I420 only.</summary>
    internal AxisPlan ChromaColumns { get; } = new(input.Width);

    internal AxisPlan ChromaRows { get; } = new(input.Height);

    internal bool IsFor(FrameFormat source, in ImageTransform transform) => Source == source && Transform == transform;

    internal void Prepare(FrameFormat source, in ImageTransform transform)
    {
        Check(source.Size, transform);
        Source = default;
        Columns.Prepare(source.Size.Width, 1, transform.ScaleX, transform.OffsetX);
        Rows.Prepare(source.Size.Height, 1, transform.ScaleY, transform.OffsetY);
        if (source.Layout == PixelLayout.I420)
        {
            ChromaColumns.Prepare(source.Size.Width, 2, transform.ScaleX, transform.OffsetX);
            ChromaRows.Prepare(source.Size.Height, 2, transform.ScaleY, transform.OffsetY);
        }

        Source = source;
        Transform = transform;
    }

    private void Check(PictureSize picture, in ImageTransform transform)
    {
        if (transform.Picture != picture || transform.Input != input)
        {
            throw new ArgumentException(
                $"the transform goes from {transform.Picture} to {transform.Input}, but the frame is {picture} and the tensor {input}", nameof(transform));
        }

        if (!IsScale(transform.ScaleX) || !IsScale(transform.ScaleY)
            || !float.IsFinite(transform.OffsetX) || !float.IsFinite(transform.OffsetY))
        {
            throw new ArgumentException($"not a mapping: {transform}", nameof(transform));
        }
    }

    private static bool IsScale(float scale) => float.IsFinite(scale) && scale > 0;
}
