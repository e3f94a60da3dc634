using System.Collections.Concurrent;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Binding;

/// <summary>
/// Knows a binder for each type. Built in: string, bool, int, long, double, TimeSpan, <see cref="ByteSize"/>,
/// <see cref="Percentage"/>, <see cref="NormalizedPoint"/>, enums, lists, dictionaries with string keys, and records with
/// init properties. Once all binders are added it may be used by several threads.
/// </summary>
public sealed class BinderRegistry
{
    private readonly ConcurrentDictionary<Type, IValueBinder> _binders = new()
    {
        [typeof(string)] = new TextBinder(),
        [typeof(bool)] = new SwitchBinder(),
        [typeof(int)] = new IntegerBinder<int>(),
        [typeof(long)] = new IntegerBinder<long>(),
        [typeof(double)] = new RealBinder<double>(),
        [typeof(float)] = new RealBinder<float>(),
        [typeof(TimeSpan)] = new DurationBinder(),
        [typeof(ByteSize)] = new ByteSizeBinder(),
        [typeof(Percentage)] = new PercentageBinder(),
        [typeof(NormalizedPoint)] = new PointBinder(),
    };

    private readonly Dictionary<Type, string[]> _planned = [];

    /// <summary>Reads a type by its own binder, from now on and in place of a built-in one.</summary>
    public BinderRegistry Add(Type type, IValueBinder binder)
    {
        _binders[type] = binder;
        return this;
    }

    /// <summary>Lets a record also be written as the bare value of one of its keys: <c>source: URL</c> for <c>source: {url: URL}</c>.</summary>
    public BinderRegistry AddShorthand<T>(string key)
        where T : class
        => Add(typeof(T), new ShorthandBinder(new RecordBinder(typeof(T), this), key));

    /// <summary>Lets a list of this type also be written as one item without brackets.</summary>
    public BinderRegistry AddOneOrMany<T>()
        => Add(typeof(IReadOnlyList<T>), new OneOrManyBinder(new ListBinder(typeof(T), this), For(typeof(T))));

    /// <summary>Reads an abstract record as the case that one of its keys names.</summary>
    /// <param name="key">The key that names the case, such as <c>layout</c>.</param>
    /// <param name="cases">The word for each case and its record type, which does not hold the key itself.</param>
    public BinderRegistry AddUnion<T>(string key, params (string Word, Type Type)[] cases)
        where T : class
        => Add(typeof(T), new UnionBinder(key, [.. cases.Select(c => (c.Word, new RecordBinder(c.Type, this)))]));

    /// <summary>Keys that a later version will know: writing them gets its own error text.</summary>
    public BinderRegistry AddPlannedKeys<T>(params string[] keys)
    {
        _planned[typeof(T)] = keys;
        return this;
    }

    internal IReadOnlyList<string> PlannedKeys(Type type) => _planned.GetValueOrDefault(type, []);

    /// <exception cref="NotSupportedException">The type is none an option can have: a mistake of the program, not of its user.</exception>
    public IValueBinder For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return _binders.GetOrAdd(type, static (needed, registry) => BinderFactory.Make(needed, registry), this);
    }
}
