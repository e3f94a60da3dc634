using EdgeVision.Inference.Accelerators.Containment;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>The vector scan says what a loop says.</summary>
public class FloatScanTests
{
    [Fact]
    public void It_finds_the_first_value_outside_as_a_plain_loop_does()
    {
        var odd = Gen.Elements(float.NaN, -float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1.0001f, -0.0001f, float.MaxValue, float.MinValue);
        var cases = from length in Gen.Choose(0, 300)
                    from spoilt in Gen.Choose(0, 3)
                    from places in Gen.Choose(0, 299).ArrayOf(spoilt)
                    from values in odd.ArrayOf(spoilt)
                    select (length, places, values);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var floats = Enumerable.Range(0, c.length).Select(i => i % 7 / 6f).ToArray();
            foreach (var (place, value) in c.places.Zip(c.values).Where(pair => pair.First < c.length))
            {
                floats[place] = value;
            }

            return FloatScan.FirstOutside(floats, 0, 1) == Array.FindIndex(floats, value => !(value >= 0 && value <= 1))
                && FloatScan.FirstNotFinite(floats) == Array.FindIndex(floats, value => !float.IsFinite(value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Each_place_of_a_long_row_is_seen()
    {
        var floats = new float[200];
        for (var place = 0; place < floats.Length; place++)
        {
            floats[place] = float.NaN;
            Assert.Equal(place, FloatScan.FirstNotFinite(floats));
            floats[place] = 0;
        }
    }
}
