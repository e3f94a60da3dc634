using EdgeVision.Core.Detections;

namespace EdgeVision.Core.Tests;

public class DetectionSetTests
{
    [Fact]
    public void Unwanted_classes_go_and_the_order_stays()
    {
        var set = new DetectionSet(8);
        foreach (var classId in new[] { 2, 0, 5, 1, 0 })
        {
            set.Add(new Detection(default, classId, 1f / (set.Count + 1)));
        }

        set.KeepClasses([true, false, true]);
        Assert.Equal([2, 0, 0], set.Items.ToArray().Select(d => d.ClassId));
        Assert.Equal([1f, 1f / 2, 1f / 5], set.Items.ToArray().Select(d => d.Score));
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var set = new DetectionSet(1);
        Assert.True(set.Add(default));
        Assert.False(set.Add(default));
        Assert.Equal(1, set.Overflow);
        set.Clear();
        Assert.Equal(0, set.Overflow);
    }
}
