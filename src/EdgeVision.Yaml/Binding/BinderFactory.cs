namespace EdgeVision.Yaml.Binding;

/// <summary>Makes binders for the kinds of types that cannot be listed: enums, lists, dictionaries, records.</summary>
internal static class BinderFactory
{
    private static readonly Type[] Lists = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>), typeof(List<>)];
    private static readonly Type[] Dictionaries = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    public static IValueBinder Make(Type type, BinderRegistry registry)
    {
        if (type.IsEnum)
        {
            return new EnumBinder(type);
        }

        if (type.IsArray)
        {
            return new ListBinder(type.GetElementType()!, registry, asArray: true);
        }

        if (type.IsGenericType)
        {
            return MakeGeneric(type, registry);
        }

        var isRecord = type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null;
        return isRecord ? new RecordBinder(type, registry) : throw Unknown(type);
    }

    private static IValueBinder MakeGeneric(Type type, BinderRegistry registry)
    {
        var shape = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (Lists.Contains(shape))
        {
            return new ListBinder(arguments[0], registry);
        }

        return Dictionaries.Contains(shape) && arguments[0] == typeof(string)
            ? new DictionaryBinder(arguments[1], registry)
            : throw Unknown(type);
    }

    private static NotSupportedException Unknown(Type type)
        => new($"{type} cannot be an option: use a record with init properties and a constructor without parameters, or register a binder");
}
