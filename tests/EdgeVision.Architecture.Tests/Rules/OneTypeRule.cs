using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>A file holds one type (nested types belong to it) and bears its name; a part of a partial type is NAME.PART.cs.</summary>
internal static class OneTypeRule
{
    public static IEnumerable<Violation> Check(CSharpFile file)
    {
        var types = file.TopLevelTypes.ToList();
        foreach (var type in types.Skip(1))
        {
            yield return file.At(type, $"{CSharpFile.NameOf(type)} wants its own file");
        }

        if (types.Count > 0 && CSharpFile.NameOf(types[0]) is var name && file.File.Name.Split('.')[0] != name)
        {
            yield return file.At(types[0], $"{name} belongs in {name}.cs");
        }
    }
}
