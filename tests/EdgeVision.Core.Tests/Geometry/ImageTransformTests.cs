using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Core.Tests.Geometry;

public class ImageTransformTests
{
    [Fact]
    public void A_letterboxed_street_picture_lies_top_left_at_its_aspect_ratio()
    {
        // 768x432 into 416: r = min(416/768, 416/432) = 0.541666…, so 416x234 pixels are used.
        var transform = ImageTransform.Letterbox(new PictureSize(768, 432), Box.Full, new PictureSize(416, 416));
        var whole = transform.ToInput(Box.Full);
        Assert.Equal(0, whole.X, 4);
        Assert.Equal(0, whole.Y, 4);
        Assert.Equal(416, whole.Width, 3);
        Assert.Equal(234, whole.Height, 3);
    }

    [Fact]
    public void A_centred_letterbox_pads_both_sides_alike()
    {
        var whole = ImageTransform.Letterbox(new PictureSize(200, 100), Box.Full, new PictureSize(400, 400), centred: true).ToInput(Box.Full);
        Assert.Equal(new Box(0, 100, 400, 200), whole);
    }

    [Fact]
    public void Boxes_find_their_way_back_through_any_region()
    {
        var sizes = Gen.Choose(16, 2000);
        var shares = Gen.Choose(0, 1000).Select(n => n / 1000f);
        var cases = from pw in sizes from ph in sizes from iw in sizes from ih in sizes
                    from x in shares from y in shares from stretch in ArbMap.Default.GeneratorFor<bool>() from centred in ArbMap.Default.GeneratorFor<bool>()
                    select (new PictureSize(pw, ph), new PictureSize(iw, ih), new Box(x * .5f, y * .5f, .5f, .4f), stretch, centred);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var (picture, input, region, stretch, centred) = c;
            var transform = stretch
                ? ImageTransform.Stretch(picture, region, input)
                : ImageTransform.Letterbox(picture, region, input, centred);
            var box = new Box(region.X + (region.Width * .25f), region.Y + (region.Height * .25f), region.Width * .5f, region.Height * .5f);
            var inInput = transform.ToInput(box);
            var back = transform.ToPicture(inInput);
            var near = Math.Abs(back.X - box.X) < 1e-4 && Math.Abs(back.Y - box.Y) < 1e-4
                && Math.Abs(back.Width - box.Width) < 1e-4 && Math.Abs(back.Height - box.Height) < 1e-4;
            return near && inInput.X >= -.01f && inInput.Right <= input.Width + .01f && inInput.Y >= -.01f && inInput.Bottom <= input.Height + .01f;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Iou_of_half_overlapping_squares_is_a_third() =>
        Assert.Equal(1f / 3, Box.Iou(new Box(0, 0, 2, 2), new Box(1, 0, 2, 2)), 6);
}
