using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Something that stands still and may hide those who pass behind it.</summary>
internal interface IProp
{
    float X { get; }

    float Z { get; }

    void Paint(ScenePainter painter, Light light);

    void CastShadow(ScenePainter painter, Point3 toSun, float darkness);
}
