namespace EdgeVision.Core.Detections;

/// <summary>The names of a model's classes, by class id.</summary>
public sealed class LabelSet(IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names { get; } = names;

    public int Count => Names.Count;

    /// <summary>The class's name; "class N" when the model has more classes than names.</summary>
    public string this[int classId] => classId >= 0 && classId < Names.Count ? Names[classId] : $"class {classId}";

    /// <summary>Class id of a name, ignoring case; -1 when there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
