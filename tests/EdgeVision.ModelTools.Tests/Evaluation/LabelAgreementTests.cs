using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.ModelTools.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using static EdgeVision.ModelTools.Tests.Evaluation.Scenery;

namespace EdgeVision.ModelTools.Tests.Evaluation;

public class LabelAgreementTests
{
    private static readonly LabelSet Labels = new(["person", "car"]);

    [Fact]
    public void Labels_have_accounts_of_their_own_and_pictures_add_up()
    {
        var agreement = new LabelAgreement(Labels);
        agreement.Add([Found(0, 1, 0, 0), Found(0, 1, 0, 1)], [Found(0, .9, 0, 0), Found(500, .9, 0, 1)]);
        agreement.Add([Found(0, 1, 0, 1)], [Found(0, .9, 0, 1)]);

        Assert.Equal(2, agreement.Pictures);
        Assert.Equal([("person", new Agreement(1, 1, 1)), ("car", new Agreement(1, 2, 2))], agreement.PerLabel);
        Assert.Equal(new Agreement(2, 3, 3), agreement.Overall);
    }

    [Fact]
    public void Other_numbers_for_the_same_names_are_the_same_labels()
    {
        Detection[] found = [new(new Box(.5f, .25f, .1f, .5f), 2, .9f), new(new Box(0, 0, 1, 1), 0, .8f), new(new Box(0, 0, 1, 1), 7, .7f)];
        var records = new LabelAgreement(Labels).Records(found, new LabelSet(["dog", "Car", "PERSON"]), new PictureSize(200, 100));

        var one = Assert.Single(records);
        Assert.Equal(0, one.CategoryId);
        Assert.Equal((100, 25, 50), (one.X, one.Y, one.H));
        Assert.Equal(20, one.W, 1e-5);
    }

    [Fact]
    public void Picture_by_picture_is_the_same_as_all_at_once() => Prop.ForAll(Scene.Any, scene =>
    {
        DetectionRecord[] all = [.. scene.Detections.Select(one => one with { CategoryId = one.CategoryId % 2 })];
        DetectionRecord[] some = [.. all.Where((_, i) => i % 3 != 0).Select((one, i) => one with { X = one.X + (i % 2 * one.W / 2) })];
        var agreement = new LabelAgreement(Labels);
        foreach (var image in all.Select(one => one.ImageId).Distinct())
        {
            agreement.Add([.. all.Where(one => one.ImageId == image)], [.. some.Where(one => one.ImageId == image)]);
        }

        return agreement.Overall == AgreementMetrics.Compare(all, some, LabelAgreement.Iou);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_teacher_and_its_student_share_labels_by_name()
    {
        LabelSet student = new(["person", "car", "bus"]), teacher = new(["Bus", "dog", "Person"]);
        Assert.Equal(["person", "bus"], TeacherEvaluation.Common(student, teacher, null).Names);
        Assert.Equal(["bus"], TeacherEvaluation.Common(student, teacher, ["BUS"]).Names);
        Assert.Contains("person, bus", Assert.Throws<ArgumentException>(() => TeacherEvaluation.Common(student, teacher, ["car"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TeacherEvaluation.Common(student, new LabelSet(["face"]), null));
    }
}
