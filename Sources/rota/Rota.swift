@main
struct Rota {
    static func main() {}
}
