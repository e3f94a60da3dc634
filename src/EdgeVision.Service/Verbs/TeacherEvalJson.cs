using EdgeVision.Inference;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Verbs;

/// <summary>`eval --teacher --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record TeacherEvalJson(
    string Model, string Teacher, string Input, int Frames, bool CutShort, double Iou, double Score, double TeacherScore,
    TeacherEvalJson.Tally Overall, IReadOnlyDictionary<string, TeacherEvalJson.Tally> PerLabel)
{
    public static TeacherEvalJson From(Detector student, Detector teacher, string input, LabelAgreement agreement, bool isCutShort) => new(
        student.Point.Model, teacher.Point.Model, input, agreement.Pictures, isCutShort, LabelAgreement.Iou, Math.Round(student.MinScore, 4), Math.Round(teacher.MinScore, 4),
        Tally.From(agreement.Overall), agreement.PerLabel.ToDictionary(pair => pair.Label, pair => Tally.From(pair.Agreement)));

    internal sealed record Tally(double? Precision, double? Recall, int Matched, int Found, int TeacherFound)
    {
        public static Tally From(Agreement agreement) => new(
            agreement.Candidates == 0 ? null : agreement.Precision, agreement.References == 0 ? null : agreement.Recall,
            agreement.Matched, agreement.Candidates, agreement.References);
    }
}
