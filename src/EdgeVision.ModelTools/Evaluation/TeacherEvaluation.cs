using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using EdgeVision.Inference;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Judges a model by another one, whose detections are taken as the truth. Needs no labels. Their classes meet by name, ignoring case.</summary>
/// <param name="student">Is judged, at its own least score.</param>
/// <param name="teacher">Is believed, at its own least score.</param>
/// <param name="labels">Those that count; both must know them.</param>
public sealed class TeacherEvaluation(IDetector student, IDetector teacher, LabelSet labels)
{
    private readonly OneFrame _student = new(student);
    private readonly OneFrame _teacher = new(teacher);

    /// <summary>Over the pictures so far.</summary>
    public LabelAgreement Agreement { get; } = new(labels);

    /// <summary>The labels that both models know, in the student's order.</summary>
    /// <param name="student">The student's.</param>
    /// <param name="teacher">The teacher's.</param>
    /// <param name="wanted">Only these; null for all.</param>
    /// <exception cref="ArgumentException">A wanted label is not among them, or they share none.</exception>
    public static LabelSet Common(LabelSet student, LabelSet teacher, IReadOnlyCollection<string>? wanted)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(teacher);
        var common = new LabelSet([.. student.Names.Where(name => teacher.IndexOf(name) >= 0)]);
        if (common.Count == 0)
        {
            throw new ArgumentException("the model and its teacher share no label; name a teacher that knows what the model finds");
        }

        return (wanted ?? []).FirstOrDefault(name => common.IndexOf(name) < 0) is { } stranger
            ? throw new ArgumentException($"there is no label '{stranger}' that both models know; they share {string.Join(", ", common.Names)}")
            : new LabelSet([.. common.Names.Where(name => wanted is null || wanted.Contains(name, StringComparer.OrdinalIgnoreCase))]);
    }

    /// <summary>Lets both look at one picture.</summary>
    /// <param name="format">Of the pixels.</param>
    /// <param name="pixels">One whole frame.</param>
    /// <exception cref="FaultException">An inference failed.</exception>
    public async Task AddAsync(FrameFormat format, byte[] pixels)
    {
        var found = await _student.DetectAsync(format, pixels).ConfigureAwait(false);
        var truth = await _teacher.DetectAsync(format, pixels).ConfigureAwait(false);
        Agreement.Add(Agreement.Records(truth.Items, teacher.Labels, format.Size), Agreement.Records(found.Items, student.Labels, format.Size));
    }
}
