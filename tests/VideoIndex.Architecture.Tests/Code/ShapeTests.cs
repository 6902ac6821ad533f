using System.Reflection;

namespace VideoIndex.Architecture.Tests.Code;

public sealed class ShapeTests
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // The only places where the core speaks floating point.
    // How sure one is, a fraction for reckoning, and how loud a sound is at its samples: their times are counted.
    private static readonly string[] Inexact = ["ISound.Read", "Confidence..ctor", "Confidence.Value", "Confidence.get_Value", "Rational.ToDouble"];

    private static IEnumerable<MethodInfo> AsyncMethods =>
        from type in Product.Types
        from method in type.GetMethods(Declared)
        where method.IsPublic || method.IsAssembly
        where !Product.IsGenerated(method) && method.GetBaseDefinition() == method && method.Name != "Main"
        where IsAwaited(method.ReturnType)
        select method;

    [Fact]
    public void A_class_is_sealed_or_made_to_be_inherited() =>
        Rule.Holds(Product.Types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !(type.Name == "Program" && type.Namespace is null)) // the compiler's, around top-level statements
            .Select(type => type.FullName));

    [Fact]
    public void What_is_awaited_is_named_so() =>
        Rule.Holds(AsyncMethods.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Name));

    [Fact]
    public void What_others_await_can_be_cancelled_and_they_must_say_how() =>
        Rule.Holds(AsyncMethods
            .Where(method => method.IsPublic && method.DeclaringType!.IsVisible)
            .Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => method.GetParameters().LastOrDefault() is not { HasDefaultValue: false } last || last.ParameterType != typeof(CancellationToken))
            .Select(Name));

    [Fact]
    public void The_core_speaks_of_time_in_fractions_only() =>
        Rule.Holds(
            from type in Product.TypesOf(Product.Core)
            where type.IsVisible && type.Namespace != "VideoIndex.Jobs" // how long work takes and waits is told by a clock, not by a video
            where !MeasuresPictures(type.Namespace!)
            from member in type.GetMembers(Declared & ~BindingFlags.NonPublic)
            where !Inexact.Contains(Name(member)) && Spoken(member).Any(IsInexact)
            select Name(member));

    [Fact]
    public void A_constructor_takes_at_most_6_parameters() =>
        Rule.Holds(
            from type in Product.Types
            where !Product.IsRecord(type) && !typeof(Delegate).IsAssignableFrom(type) // a record states a fact, however many parts it has
            from constructor in type.GetConstructors(Declared)
            where constructor.GetParameters().Length > 6
            select Name(constructor));

    // Where something lies in a picture is measured, how sure one is of it reckoned, how alike two are, and how well something answers.
    private static bool MeasuresPictures(string space) => space is "VideoIndex.Features" or "VideoIndex.Faces" or "VideoIndex.Search.Answers"
        || space.StartsWith("VideoIndex.Logos", StringComparison.Ordinal) || space.StartsWith("VideoIndex.Objects", StringComparison.Ordinal)
        || space.StartsWith("VideoIndex.Similar", StringComparison.Ordinal);

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static bool IsAwaited(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type) is var open
        && (open == typeof(Task) || open == typeof(Task<>) || open == typeof(ValueTask) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>));

    private static IEnumerable<Type> Spoken(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static bool IsInexact(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(TimeSpan)
        || type.HasElementType && IsInexact(type.GetElementType()!)
        || type.GetGenericArguments().Any(IsInexact);
}
