namespace EdgeVision.Service.Quantizing;

/// <summary>Labelled pictures as a person names them.</summary>
/// <param name="Folder">Of the pictures.</param>
/// <param name="Annotations">The COCO instances file.</param>
public sealed record LabelledPictures(string Folder, string Annotations)
{
    /// <param name="text">FOLDER,FILE; either may hold commas of its own.</param>
    /// <exception cref="FormatException">It does not name both.</exception>
    public static LabelledPictures Parse(string text)
    {
        var commas = Enumerable.Range(0, text.Length).Where(i => text[i] == ',').ToArray();
        var pairs = commas.Select(at => new LabelledPictures(text[..at].Trim(), text[(at + 1)..].Trim())).Where(pair => pair.Folder.Length > 0 && pair.Annotations.Length > 0).ToArray();
        if (pairs.Length == 0)
        {
            throw new FormatException($"--evaluate takes a folder of pictures and a COCO instances file as DIR,JSON, not '{text}'");
        }

        if (pairs.FirstOrDefault(pair => Directory.Exists(pair.Folder) && File.Exists(pair.Annotations)) is { } whole)
        {
            return whole;
        }

        var near = pairs.FirstOrDefault(pair => Directory.Exists(pair.Folder)) ?? pairs[0];
        throw new FormatException(Directory.Exists(near.Folder)
            ? $"--evaluate: there is no file {near.Annotations}; name the COCO instances file after the comma"
            : $"--evaluate: there is no folder {near.Folder}; name the folder of the pictures before the comma");
    }
}
