using System.Runtime.InteropServices;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>What a session declares to take and to give.</summary>
internal static unsafe class SessionShapes
{
    /// <summary>Reads one side of it, in the model's order. What is no tensor is of an unknown type and shape.</summary>
    public static TensorShape[] Read(OrtLibrary library, nint session, bool inputs)
    {
        var functions = library.Functions;
        library.Check((inputs ? functions.GetInputCount : functions.GetOutputCount)(session, out var count));
        var shapes = new TensorShape[count];
        for (nuint i = 0; i < count; i++)
        {
            library.Check((inputs ? functions.GetInputName : functions.GetOutputName)(session, i, library.Allocator, out var native));
            var name = Marshal.PtrToStringUTF8(native)!;
            library.Check(functions.AllocatorFree(library.Allocator, native));
            library.Check((inputs ? functions.GetInputTypeInfo : functions.GetOutputTypeInfo)(session, i, out var info));
            try
            {
                shapes[i] = Describe(library, name, info);
            }
            finally
            {
                functions.ReleaseTypeInfo(info);
            }
        }

        return shapes;
    }

    private static TensorShape Describe(OrtLibrary library, string name, nint info)
    {
        library.Check(library.Functions.CastToTensorInfo(info, out var tensor));
        if (tensor == 0)
        {
            return new TensorShape(name, ElementType.Unknown, []);
        }

        var (type, shape) = TensorReader.Describe(library, tensor);
        return new TensorShape(name, type, shape);
    }
}
