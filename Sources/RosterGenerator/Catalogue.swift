import Rostering

/// The departments of a county hospital.
enum Catalogue {
    /// A department's specialty.
    struct Entry {
        let specialty: Specialty
        /// Specialists in a hospital of 600 beds: the relative size of the department. An order of magnitude, not a statistic.
        let size: Int
        /// Technicians among the department's people, percent; the others are doctors.
        let technicianPercent: Int
        /// Demand for appointments in the cold months, percent of the ordinary.
        let winterPercent: Int

        init(
            _ id: String, _ english: String, _ chinese: String, size: Int, technicians: Int = 0,
            winter: Int = 100
        ) {
            specialty = Specialty(id: SpecialtyID(id), name: Text(english, chinese))
            self.size = size
            technicianPercent = technicians
            winterPercent = winter
        }
    }

    /// In the order in which clinics ask for them first; an instance of k specialties has the first k.
    static let specialties: [Entry] = [
        Entry("card", "Cardiology", "心血管内科", size: 9, winter: 115),
        Entry("neur", "Neurology", "神经内科", size: 10, winter: 110),
        Entry("resp", "Respiratory medicine", "呼吸内科", size: 8, winter: 135),
        Entry("gyno", "Obstetrics and gynaecology", "妇产科", size: 12),
        Entry("paed", "Paediatrics", "儿科", size: 10, winter: 130),
        Entry("tcm", "Chinese medicine", "中医科", size: 8),
        Entry("gsur", "General surgery", "普外科", size: 10),
        Entry("orth", "Orthopaedics", "骨科", size: 10),
        Entry("gast", "Gastroenterology", "消化内科", size: 8),
        Entry("endo", "Endocrinology", "内分泌科", size: 5),
        Entry("imag", "Imaging", "医学影像科", size: 11, technicians: 50),
        Entry("reha", "Rehabilitation", "康复医学科", size: 5, technicians: 40),
        Entry("neph", "Nephrology", "肾内科", size: 6),
        Entry("face", "Eye, ear, nose and throat", "五官科", size: 9),
        Entry("ultr", "Ultrasound", "超声科", size: 6, technicians: 30),
        Entry("dent", "Dentistry", "口腔科", size: 5),
        Entry("urol", "Urology", "泌尿外科", size: 5),
        Entry("infe", "Infectious diseases", "感染科", size: 5, winter: 120),
        Entry("onco", "Oncology", "肿瘤科", size: 5),
        Entry("emer", "Emergency medicine", "急诊科", size: 8),
        Entry("labo", "Laboratory", "检验科", size: 8, technicians: 75),
        Entry("anae", "Anaesthesiology", "麻醉科", size: 9),
        Entry("nsur", "Neurosurgery", "神经外科", size: 5),
        Entry("derm", "Dermatology", "皮肤科", size: 2),
    ]
}
